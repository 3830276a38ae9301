#!/usr/bin/env perl
# What editors read: CONTRIBUTING.md is short and leads to what is there, and the page of messages is
# what the program says of them today (`make messages` writes it).

use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);

my $root = abs_path(dirname(abs_path(__FILE__)) . '/../..');
my $program = abs_path($ENV{BUILD} // 'build') . '/sommaire';
my $most_bytes = 8000;
my ($run, $failed) = (0, 0);

sub ok
{
	my ($holds, $name) = @_;
	$run++;
	$failed += !$holds;
	print $holds ? '' : 'not ', "ok $run - $name\n";
}

sub slurp
{
	my ($path) = @_;
	open(my $file, '<', $path) or return '';
	local $/;
	return scalar(<$file>) // '';
}

# Where the links of a file at the top of the repository lead, but for other sites.
sub targets
{
	my ($text) = @_;
	$text =~ s/^\s*```.*?^\s*```//gms;
	$text =~ s/`[^`\n]*`//g;
	my %seen;
	return grep { !/^(?:[a-z]+:|#)/ && !$seen{$_}++ } $text =~ /\]\(([^)\s]+)\)/g;
}

my $manual = slurp("$root/CONTRIBUTING.md");
ok(length($manual) > 0 && length($manual) <= $most_bytes,
	"CONTRIBUTING.md has " . length($manual) . " bytes, $most_bytes at most");
for my $name ('CONTRIBUTING.md', 'README.md') {
	for my $target (targets(slurp("$root/$name"))) {
		my ($path, $anchor) = split(/#/, $target, 2);
		ok(-e "$root/$path", "$name leads to $path");
		ok(!defined $anchor, "$name: $target leads to a page, whose titles may change") if $path =~ /^content\//;
	}
}

my $page = slurp("$root/content/ecrire/messages.md");
my $said = `'$program' explain --format markdown --lang fr`;
my ($head, $body) = $page =~ /\A(---\n.*?\n---\n)\n(.*)\z/s;
ok(defined $body, 'the page of messages has its front matter');
ok(($body // '') eq $said, 'it says what the program says: if not, make messages');
print "1..$run\n";
exit($failed ? 1 : 0);
