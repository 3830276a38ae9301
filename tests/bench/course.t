#!/usr/bin/env perl
# The courses that `make bench` measures: without a fault, and with those that real repositories have.

use strict;
use warnings;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Temp qw(tempdir);
use JSON::PP qw(decode_json);
use Test::More tests => 6;

my $here = abs_path(dirname(__FILE__));
my $program = abs_path($ENV{BUILD} // 'build') . '/sommaire';
my $root = tempdir('sommaire-course-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $n = 200;

# What `check` finds in a course of these words, a list of codes; not what it says of this machine.
sub codes
{
	my ($name, @words) = @_;
	system("$here/course", $n, "$root/$name", @words) == 0 or die "no course\n";
	system('cp', '-R', "$here/../../themes", "$root/$name/themes") == 0 or die "no themes\n";
	open(my $out, '-|:raw', $program, 'check', '--format', 'json', "$root/$name") or die "$program: $!\n";
	local $/;
	return grep { !/^(historique|emoji|theme)-/ } map { $_->{code} } @{decode_json(<$out>)};
}

my @plain = codes('plain');
is("@plain", '', 'a plain course has no fault');
my @found = codes('findings', 'findings');
my %kinds = map { $_ => 1 } @found;
cmp_ok(@found / $n, '>', 4, 'the other one has at least four findings a page');
cmp_ok(@found / $n, '<', 6, 'and six at most');
cmp_ok(scalar keys %kinds, '>', 14, 'of many kinds');
codes('again', 'findings');
is(system('diff', '-r', "$root/findings", "$root/again"), 0, 'the same number gives the same course');

# Many messages, which pass in pieces: both say the same ones, in the same order.
my $site = "$root/site";
my ($checked, $built) = map { scalar `$_` } "'$program' check '$root/findings' 2>/dev/null",
	"'$program' build --quiet -o '$site' '$root/findings' 2>&1 >/dev/null";
ok(length($checked) > 100_000 && $built eq $checked, 'build says what check says');
