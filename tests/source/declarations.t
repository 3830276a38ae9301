#!/usr/bin/env perl
# Headers are read: a comment that does not fit behind its field stands above it. The formatter would break
# the declaration in two, or press the comment against the right margin.

use strict;
use warnings;
require './tests/source/code.pl';

my $width = 90;

sub columns
{
	my ($line) = @_;
	1 while $line =~ s/^(\t*)\t/$1        /;
	$line =~ s/\t/        /g;
	return length $line;
}

sub faults_of
{
	my ($path) = @_;
	my @lines = split /\n/, text_of($path);
	my ($start, $code, @faults); # of a declaration that goes over lines
	for my $i (0 .. $#lines) {
		my $line = $lines[$i];
		next if $line =~ m{^\s*(?:/?\*|#|$)} && !defined $start;
		my ($before, $behind) = $line =~ m{^(.*?)\s*(/\*.*)?$};
		push @faults, "line " . ($i + 1) . ": this comment goes over lines: it stands above"
			if $before =~ /\S/ && defined $behind && $behind !~ m{\*/};
		my $so_far = (defined $start ? $code : '') . $before;
		my $is_open = ($so_far =~ tr/(//) > ($so_far =~ tr/)//);
		my $is_end = $before =~ /[;{},]$/ && !$is_open;
		if (!$is_end && $before =~ /[\w*=(,]$/ && $before =~ /^\t*[\w]/) {
			($start, $code) = ($i, '') if !defined $start;
			$code .= ($code ? ' ' : '') . ($code ? $before =~ s/^\s+//r : $before);
			next;
		}
		if (defined $start && $before =~ /\S/) {
			my $joined = $code . ' ' . $before =~ s/^\s+//r;
			$joined =~ s/([*(]) /$1/g;
			push @faults, "line " . ($start + 1) . ": broken in two by the comment behind it: it stands above"
				if $is_end && defined $behind && columns($joined) <= $width;
		}
		undef $start if $is_end || $before !~ /\S/;
	}
	return @faults;
}

report_checks(map { [$_, faults_of($_)] } sort glob('generator/*/*.h'));
