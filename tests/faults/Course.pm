# Two versions of a course, what comes of them, and whether what readers find is one of both: shared by the
# scripts of this folder.

package Course;

use strict;
use warnings;
use Exporter qw(import);
use File::Basename qw(dirname);
use File::Find qw(find);
use File::Path qw(make_path);

our @EXPORT = qw(slurp spew site notes same_site mixed_site dead_links make_course);

sub slurp
{
	open(my $file, '<:raw', $_[0]) or return undef;
	local $/;
	return scalar(<$file>) // '';
}

sub spew
{
	my ($path, $bytes) = @_;
	make_path(dirname($path));
	open(my $file, '>:raw', $path) or die "$path: $!\n";
	print {$file} $bytes;
	close($file) or die "$path: $!\n";
}

# What readers see: name => bytes, the program's own notes left out.
sub site
{
	my ($folder) = @_;
	my %files;
	return \%files if !-d $folder;
	find({no_chdir => 1, wanted => sub {
		my $name = substr($_, length($folder));
		$files{$name} = slurp($_) if -f $_ && $name !~ m{^/\.sommaire/};
	}}, $folder);
	return \%files;
}

# The program's own notes beside the site, and which folders it made.
sub notes
{
	my ($folder) = @_;
	my %files;
	find({no_chdir => 1, wanted => sub {
		my $name = substr($_, length($folder));
		$files{$name} = -d $_ ? 'folder' : slurp($_) if -d _ || $name =~ m{^/\.sommaire/};
	}}, $folder);
	return \%files;
}

sub same_site
{
	my ($found, $expected) = @_;
	my @faults = map { "missing: $_" } grep { !exists $found->{$_} } sort keys %$expected;
	push @faults, map { "not expected: $_" } grep { !exists $expected->{$_} } sort keys %$found;
	push @faults, map { "differs: $_" } grep { exists $found->{$_} && $found->{$_} ne $expected->{$_} } sort keys %$expected;
	return @faults;
}

# What the pages of a site lead to inside it and is not there. Whoever reads 404.html may be anywhere.
sub dead_links
{
	my ($site) = @_;
	my @dead;
	for my $page (grep { /\.html$/ && $_ ne '/404.html' } sort keys %$site) {
		for my $link ($site->{$page} =~ /\s(?:href|src)="([^"#?]+)/g) {
			next if $link =~ m{^[a-z]+:};
			$link =~ s/%([0-9A-Fa-f]{2})/chr(hex($1))/ge;
			my @way = split(m{/}, dirname($page));
			$_ eq '..' ? pop(@way) : $_ ne '.' && push(@way, $_) for split(m{/}, $link);
			my $file = join('/', grep { length } @way);
			push @dead, "$page leads to $link, which is not there"
				if !exists $site->{"/$file"} && !exists $site->{$file eq '' ? '/index.html' : "/$file/index.html"};
		}
	}
	return @dead;
}

# Each file is the old one or the new one, none of what both have is missing, and no page leads to what is not there.
sub mixed_site
{
	my ($found, $old, $new) = @_;
	my @faults = map { "neither old nor new: $_" }
		grep { $found->{$_} ne ($old->{$_} // "\0") && $found->{$_} ne ($new->{$_} // "\0") } sort keys %$found;
	push @faults, map { "missing: $_" } grep { exists $new->{$_} && !exists $found->{$_} } sort keys %$old;
	return (@faults, dead_links($found));
}

sub record
{
	my ($folder) = @_;
	local %ENV = (%ENV, HOME => $folder, GIT_CONFIG_NOSYSTEM => 1, TZ => 'UTC',
		map { ("GIT_${_}_NAME" => 'Ada', "GIT_${_}_EMAIL" => 'ada@exemple.fr', "GIT_${_}_DATE" => '2024-01-02T00:00:00Z') } qw(AUTHOR COMMITTER));
	for my $command (['init', '-q', '-b', 'main', '.'], ['add', '-A'], ['commit', '-q', '-m', 'Le cours']) {
		system('git', '-C', $folder, @$command) == 0 or die "git @$command: $?\n";
	}
}

# A version of the course, recorded in git: what it has in common with another one, what both have in other words, and
# what only it has.
sub make_course
{
	my ($folder, $version) = @_;
	my $image = '<svg xmlns="http://www.w3.org/2000/svg" width="' . $version . '" height="1"/>';
	my @pages = ('README', (map { "page-$_" } 1 .. 3), "seulement-$version", 'meme', 'dossier/README', 'glossaire');
	spew("$folder/site.yml", "title: Version $version\ncontent: content\nbaseline: fautes-connues.txt\n"
		. "url: https://exemple.fr/cours/\nredirects: {ancienne: page-1.md}\n");
	spew("$folder/content/SUMMARY.md", join('', "# Sommaire\n\n", map { "* [$_]($_.md)\n" } @pages));
	spew("$folder/content/README.md", "# Accueil\n\n![Un trait](image.svg)\n");
	spew("$folder/content/page-$_.md", "# Page $_\n\nVersion $version. ![Un trait](image.svg) [La seule](seulement-$version.md)\n") for 1 .. 3;
	spew("$folder/content/seulement-$version.md", "# Seulement $version\n\nRien que cela.\n");
	spew("$folder/content/meme.md", "# La même\n\n{% include \"_inclus.md\" %}\n\n{% file src=\"fichier.pdf\" %}\n\n![Un point](dossier/p.png)\n");
	spew("$folder/content/_inclus.md", "Inclus $version.\n");
	spew("$folder/content/dossier/README.md", "# Dossier\n\nUn terme.\n");
	spew("$folder/content/glossaire.md", "---\ntype: glossaire\n---\n\n# Glossaire\n\n## Terme\n\nUn mot $version.\n");
	spew("$folder/content/image.svg", $image);
	spew("$folder/content/fichier.pdf", "%PDF-1.4 $version\n");
	spew("$folder/content/dossier/p.png", pack('H*', '89504e470d0a1a0a0000000d4948445200000001000000010806000000'));
	spew("$folder/docs.yaml", "site: {}\n");
	spew("$folder/.gitbook.yaml", "root: ./content/\n");
	spew("$folder/fautes-connues.txt", "# sommaire\n");
	record($folder);
}

1;
