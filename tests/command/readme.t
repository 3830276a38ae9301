#!/usr/bin/env perl
# What README.md tells a newcomer to type works as it is written there, in that order: a course of one's own, the
# course as a book, a repository of GitBook, what is printed for tools.

use strict;
use warnings;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);

my $build = abs_path($ENV{BUILD} // 'build');
my $root = abs_path(tempdir('sommaire-readme-XXXXXX', TMPDIR => 1, CLEANUP => 1));
delete @ENV{grep { /^(GIT_|LANG|LC_|CI$|GITHUB_)/ } keys %ENV};
$ENV{LC_ALL} = 'C.UTF-8';

# The indented commands below a heading: of the program, and what leads from one to the next.
sub commands_below
{
	my ($heading) = @_;
	open(my $file, '<', 'README.md') or die "README.md: $!\n";
	my ($is_below, @commands) = (0);
	while (my $line = <$file>) {
		$is_below = $1 eq $heading if $line =~ /^#+ (.*)/;
		push @commands, $1 if $is_below && $line =~ /^    ((?:sommaire|cd) .*?)\s*(?:#.*)?$/;
	}
	return @commands;
}

my %below = map { $_ => [commands_below($_)] }
	('A course of your own', 'The course as a book', 'Leaving GitBook, or keeping both', 'For tools');
system('mkdir', '-p', map { "$root/$_" } qw(bin share/sommaire neuf/x gitbook/x)) == 0 or die "no folder\n";
system('cp', "$build/sommaire", "$root/bin/sommaire") == 0 or die "no $build/sommaire: run `make`\n";
system("cp -R themes '$root/themes' && cp -R generator/install/init '$root/share/sommaire/init'") == 0 or die "no themes\n";
# One that has a fault, which is known from its first day.
system("cp -R content/. '$root/gitbook/x' && echo '[une page](absente.md)' >>'$root/gitbook/x/README.md'") == 0 or die "no course\n";
$ENV{PATH} = "$root/bin:$ENV{PATH}";

my ($n, $failed) = (0, 0);
sub try
{
	my ($folder, @commands) = @_;
	for my $i (0 .. $#commands) {
		my $said = `cd '$root/$folder' && { ${\join(' && ', @commands[0 .. $i])}; } 2>&1 </dev/null`;
		my $fine = $? >> 8 == 0;
		$failed ||= !$fine;
		print $fine ? '' : 'not ', 'ok ', ++$n, " - $commands[$i]\n";
		print STDERR map { "# $_\n" } split(/\n/, $said) if !$fine;
		system("rm -rf '$root/neuf/x' && mkdir '$root/neuf/x'") if $folder eq 'neuf/x' && $i < $#commands;
	}
}

for my $heading (sort keys %below) {
	my $has = @{$below{$heading}} > 0;
	$failed ||= !$has;
	print $has ? '' : 'not ', 'ok ', ++$n, " - $heading: there are commands\n";
}
try('neuf/x', @{$below{'A course of your own'}});
try('gitbook/x', @{$below{'Leaving GitBook, or keeping both'}});
try('gitbook/x', @{$below{$_}}) for 'The course as a book', 'For tools';
print "1..$n\n";
exit($failed ? 1 : 0);
