#!/usr/bin/env perl
# Each fact that the course must teach stands on the page, and under the heading, that
# coverage.tsv names: in the built page, as a reader meets it. A code without a row fails too.

use strict;
use warnings;
use utf8;
use Cwd qw(abs_path);
use File::Basename qw(dirname);
use File::Temp qw(tempdir);

binmode(STDOUT, ':encoding(UTF-8)');
my $here = dirname(abs_path(__FILE__));
my $build = abs_path($ENV{BUILD} // 'build');
my $root = abs_path("$here/../..");
my $temporary = tempdir(CLEANUP => 1);

# How many facts each family has.
my %families = (
	'ACC' => 10, 'INT-DEF' => 7, 'INT-IMP' => 4, 'EC-DMP' => 8, 'INT-REC' => 5,
	'INT-BETA' => 10, 'INT-PRIV' => 3, 'INT-GRAT' => 5, 'INT-INST' => 11, 'INT-ETAT' => 2,
	'INT-CYCLE' => 3, 'EC-PDE' => 1, 'P1' => 10, 'C1-OBJ' => 5, 'EC-PP' => 16,
	'C1-T0' => 1, 'C1-T1' => 14, 'C1-T2' => 6, 'C1-T3' => 21, 'C1-T4' => 16,
	'EC-MAIL' => 21, 'C1-T5' => 12, 'C1-T6' => 9, 'C1-T7' => 18, 'EC-AG' => 6,
	'EC-MC' => 1, 'EC-AIR' => 1, 'C2-OBJ' => 6, 'C2-T0' => 1, 'C2-T1' => 6,
	'C2-T2' => 12, 'C2-T3' => 16, 'C2-T4' => 8, 'C2-T5' => 7, 'EC-PC' => 12,
	'LN' => 17, 'COR' => 24, 'DIV' => 14, 'CPL' => 18,
);

sub lines_of
{
	my ($path) = @_;
	open(my $file, '<:encoding(UTF-8)', $path) or die "$path: $!\n";
	return <$file>;
}

# The pages are where their files are, so that a row can name either.
sub build_course
{
	system('cp', '-R', "$root/content", "$temporary/content") == 0 or die;
	my @config = grep { !/^(addresses|theme|repository):/ } lines_of("$root/site.yml");
	open(my $out, '>:encoding(UTF-8)', "$temporary/site.yml") or die "$!\n";
	print {$out} @config, "theme: cours\naddresses: fichiers\n";
	close($out) or die "$!\n";
	system('cp', '-R', "$root/themes", "$temporary/themes") == 0 or die;
	my $status = system("$build/sommaire", 'build', $temporary, '-o', "$temporary/out", '--quiet') >> 8;
	die "the course does not build: status $status\n" if $status > 1;
}

sub plain
{
	my ($text) = @_;
	my %entities = (amp => '&', lt => '<', gt => '>', quot => '"', '#39' => "'", '#x27' => "'", nbsp => ' ');
	$text =~ s/<\/?(?:span|button|label|em|strong|a|b|code|mark|abbr|sup)(?: [^>]*)?>//g; # within a word, perhaps
	$text =~ s/<[^>]*>/ /g;
	$text =~ s/&(\w+|#\w+);/$entities{$1} \/\/ ' '/ge;
	$text =~ s/'/’/g;
	$text =~ s/[\s\x{a0}\x{202f}]+/ /g;
	$text =~ s/ ([,.)])/$1/g; # a tag stood between
	$text =~ s/([(’]) /$1/g;
	return $text;
}

my %pages;

sub page_html
{
	my ($path) = @_;
	return $pages{$path} if exists $pages{$path};
	my $file = $path;
	$file =~ s/README\.md$/index.html/ or $file =~ s/\.md$/.html/;
	utf8::encode($file); # the folder's own name is bytes
	my $html = -e "$temporary/out/$file" ? join('', lines_of("$temporary/out/$file")) : undef;
	$html =~ s/.*?<main[^>]*>(.*)<\/main>.*/$1/s if defined $html;
	return $pages{$path} = $html;
}

# What stands under a heading, until the next one of its level or above.
sub section
{
	my ($html, $anchor) = @_;
	return $html if !defined $anchor;
	my ($level, $rest);
	if ($html =~ /<h([1-6])[^>]* id="\Q$anchor\E"[^>]*>(.*)/s) {
		($level, $rest) = ($1, $2);
	} elsif ($html =~ /id="\Q$anchor\E"[^>]*>(.*)/s) { # an alias, beside its heading
		$rest = $1;
		$level = $rest =~ /<h([1-6])/ ? $1 : 6;
		my ($first, $after) = split(/<\/h[1-6]>/, $rest, 2);
		my $end = defined $after && $after =~ /<h[1-$level][ >]/ ? $-[0] : length($after // '');
		return $first . ' ' . substr($after // '', 0, $end);
	} else {
		return undef;
	}
	return $rest =~ /<h[1-$level][ >]/ ? substr($rest, 0, $-[0]) : $rest;
}

sub fault
{
	my ($code, $where, $words) = @_;
	return length($words // '') ? '' : 'a reason is missing' if $where eq '-';
	my ($path, $anchor) = split(/#/, $where, 2);
	my $html = page_html($path);
	return "no page $path" if !defined $html;
	my $part = section($html, $anchor);
	return "no anchor #$anchor on $path" if !defined $part;
	my $text = plain($part);
	my @missing = grep { index($text, plain($_)) < 0 } split(/ \| /, $words);
	return join('; ', map { "« $_ » is not there" } @missing);
}

build_course();
my (%rows, $n, $failed);
for (lines_of("$here/coverage.tsv")) {
	chomp;
	next if /^#/ || !/\S/;
	my ($code, $where, $words) = split(/\t/, $_, 3);
	my $fault = $rows{$code}++ ? 'a second row' : fault($code, $where, $words);
	printf "%sok %d - %s, %s\n", $fault ? 'not ' : '', ++$n, $code, $where;
	print "# $fault\n" if $fault;
	$failed ||= $fault ne '';
}
for my $family (sort keys %families) {
	my @missing = grep { !$rows{$_} } map { sprintf('%s-%02d', $family, $_) } 1 .. $families{$family};
	printf "%sok %d - %s: a row for each of its %d\n", @missing ? 'not ' : '', ++$n, $family, $families{$family};
	print "# missing: @missing\n" if @missing;
	$failed ||= @missing > 0;
}
print "1..$n\n";
exit($failed ? 1 : 0);
