# Where GitBook publishes the pages of a table of contents, worked out from SUMMARY.md alone, line by
# line: nothing is shared with the program that is judged. The rule: a page's address is its parent's,
# or the slug of its group, and the slug of its file's name (its folder's, for README.md); the first
# page is the root, and what is below it starts with readme/.

package GitBook;

use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use Unicode::Normalize qw(NFD);

sub slug
{
	my ($text) = @_;
	$text = lc(NFD($text));
	$text =~ s/\p{Mn}//g;
	$text =~ s/œ/oe/g;
	$text =~ s/æ/ae/g;
	$text =~ s/['’]//g;
	$text =~ s/&/ and /g;
	$text =~ s/[^\p{L}0-9._+]+/-/g;
	$text =~ s/^-+|-+$//g;
	return $text;
}

# Text of Markdown as it reads.
sub plain
{
	my ($text) = @_;
	$text =~ s/<[^>]*>//g;
	$text =~ s/\\([[:punct:]])/$1/g;
	$text =~ s/&#x([0-9a-f]+);/chr(hex($1))/gie;
	return $text;
}

sub base_name
{
	my ($path) = @_;
	my @parts = split(m{/}, $path);
	my $name = pop(@parts);
	$name = pop(@parts) if $name eq 'README.md' && @parts;
	$name =~ s/\.md$//;
	return $name;
}

# [{path, address, title}], in reading order; addresses without their last slash.
sub places
{
	my ($folder) = @_;
	open(my $file, '<:raw', "$folder/SUMMARY.md") or die "$folder/SUMMARY.md: $!\n";
	my ($group, @above, @places, %seen) = ('');
	while (my $line = decode('UTF-8', scalar(<$file>) // last)) {
		if ($line =~ /^##\s+(.*?)\s*$/) {
			my $title = $1;
			$group = $title =~ /<a [^>]*\bid="([^"]+)"/ ? slug($1) : slug(plain($title));
			@above = ();
		} elsif ($line =~ /^(?:\*\*\*|---)\s*$/) {
			($group, @above) = ('');
		} elsif ($line =~ /^( *)[*+-] \[((?:\\.|[^\\\]])*)\]\((?:<([^>]*)>|([^)\s]*))(?:\s+"[^"]*")?\)/) {
			my ($depth, $title, $path) = (length($1) / 2, $2, $3 // $4);
			next if $path =~ m{^\w+:};
			$path =~ s/%([0-9a-f]{2})/chr(hex($1))/gie if !-e encode('UTF-8', "$folder/$path");
			$path = "${path}README.md" if $path =~ m{(^|/)$};
			next if $seen{$path}++ || !-e encode('UTF-8', "$folder/$path");
			splice(@above, $depth);
			my $parent = @above ? $above[-1] : $group;
			my $address = join('/', grep { length } $parent, slug(base_name($path)));
			$address = '' if !@places;
			push(@above, @places ? $address : 'readme');
			push(@places, {path => $path, address => $address, title => plain($title)});
		}
	}
	return @places;
}

# The folders named by CORPORA that have a table of contents, or their own folders.
sub corpora
{
	return map { my $c = $_; -e "$c/SUMMARY.md" ? $c : grep { -e "$_/SUMMARY.md" } sort(glob("$c/*")) }
		split(' ', $ENV{CORPORA} // '');
}

1;
