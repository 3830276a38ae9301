#!/usr/bin/env perl
# An independent witness of the rule of addresses: what people copied from the live site of a corpus.
# Each absolute link of a corpus to itself leads, in our site, to a page or to a page that leads on; what
# does not is listed, with what is known of it.
#
#     CORPORA='…/communaute' prove -v tests/addresses/witness.t
#
# The figures are those of the snapshot that the rule was found on. Of its 106 links written [text](address), 62 lead to a
# page, 17 to an old address of .gitbook.yaml and 27 nowhere; 4 of the 17 have targets that are not there any more. The
# other pages are the home, an embed and definitions of references.

use strict;
use warnings;
use Cwd qw(abs_path);
use Encode qw(encode);
use File::Basename qw(basename dirname);
use File::Find qw(find);
use File::Temp qw(tempdir);
use lib dirname(abs_path(__FILE__));
use GitBook;

my %witnesses = (
	communaute => {url => 'https://doc.incubateur.net/communaute/', page => 70, redirect => 13, 'dead redirect' => 4, dead => 27},
);

my $build = $ENV{BUILD} // 'build';
my @corpora = grep { $witnesses{basename($_)} } GitBook::corpora();
if (!@corpora) {
	print "1..0 # SKIP CORPORA names no corpus that links to itself\n";
	exit 0;
}

# Old addresses of .gitbook.yaml, whatever becomes of them.
sub earlier
{
	my ($folder) = @_;
	my %earlier;
	open(my $file, '<', "$folder/.gitbook.yaml") or return \%earlier;
	while (<$file>) {
		$earlier{lc($1)} = $2 if m{^\s+['"]?/?([^'":]+?)/?['"]?:\s+(\S.*)$};
	}
	return \%earlier;
}

# [{file, line, path}] of each link, once where its text is its address.
sub links_to
{
	my ($folder, $url) = @_;
	(my $start = quotemeta($url)) =~ s{\\/$}{};
	my @links;
	find({no_chdir => 1, wanted => sub {
		return if !/\.md$/ || !-f $_;
		open(my $file, '<', $_) or return;
		my ($name, $fenced) = (substr($_, length($folder) + 1), 0);
		while (my $line = <$file>) {
			$fenced = !$fenced if $line =~ /^\s*(?:```|~~~)/;
			next if $fenced;
			$line =~ s/`[^`]*`//g;
			while ($line =~ m{(\]\(<?)?$start([^\s)>"\]]*)(\]\(\S*?$start\2\))?}g) {
				push(@links, {file => $name, line => $., path => $2});
			}
		}
	}}, $folder);
	return sort { $a->{file} cmp $b->{file} || $a->{line} <=> $b->{line} } @links;
}

sub plain_path
{
	my ($path) = @_;
	$path =~ s{[?#].*}{};
	$path =~ s{^/|/$}{}g;
	$path =~ s/%([0-9a-f]{2})/chr(hex($1))/gie;
	return $path;
}

sub found
{
	my ($site, $earlier, $path) = @_;
	$path = plain_path($path);
	if (open(my $page, '<', join('/', $site, $path ? lc($path) : (), 'index.html'))) {
		local $/;
		return <$page> =~ /http-equiv="refresh"/ ? 'redirect' : 'page';
	}
	return exists($earlier->{lc($path)}) ? 'dead redirect' : 'dead';
}

my $n = 0;
sub ok
{
	my ($holds, $what) = @_;
	printf("%sok %d - %s\n", $holds ? '' : 'not ', ++$n, $what);
}

for my $folder (@corpora) {
	my $expected = $witnesses{basename($folder)};
	my $out = tempdir('sommaire-witness-XXXXXX', TMPDIR => 1, CLEANUP => 1);
	my $said = `'$build/sommaire' build '$folder' -o '$out/site' --url '$expected->{url}' --quiet 2>&1`;
	my $earlier = earlier($folder);
	my %found = map { $_ => [] } qw(page redirect dead), 'dead redirect';
	for my $link (links_to($folder, $expected->{url})) {
		push(@{$found{found("$out/site", $earlier, $link->{path})}}, $link);
	}
	for my $kind ('page', 'redirect', 'dead redirect', 'dead') {
		my @links = @{$found{$kind}};
		ok(@links == $expected->{$kind}, scalar(@links) . " links to $kind");
		next if $kind !~ /dead/;
		print map { "#   $_->{file}:$_->{line}: $_->{path}\n" } @links;
	}
	# What is told of published pages are dead links of this list, and all of them but those of unlisted files.
	my %listed = map { (encode('UTF-8', $_->{path}) => 1) } GitBook::places($folder);
	my %dead = map { ("$_->{file} " . plain_path($_->{path}) => 1) }
		grep { $listed{$_->{file}} } @{$found{dead}}, @{$found{'dead redirect'}};
	my %told;
	for my $line (split(/\n/, $said)) {
		$told{"$1 $2"} = 1
			if $line =~ /^(.*?):\d+:\d+: erreur.*aucune page de ce site.*\xc2\xab\xc2\xa0(.*?)\xc2\xa0\xc2\xbb/;
	}
	ok(join("\n", sort(keys(%told))) eq join("\n", sort(keys(%dead))), scalar(keys(%told)) . ' dead links of listed pages are told, and no other');
	# Nothing on the pages leads to the site by its public address.
	my @left;
	find({no_chdir => 1, wanted => sub {
		return if !/index\.html$/;
		open(my $page, '<', $_) or return;
		local $/;
		my ($article) = <$page> =~ m{<article\b(.*?)</article>}s;
		push(@left, $_) if ($article // '') =~ /href="\Q$expected->{url}\E/;
	}}, "$out/site");
	ok(!@left, 'no link of a page leaves the site to come back');
}
print "1..$n\n";
