#!/usr/bin/env perl
# A function takes four parameters at most, or more cannot be told apart where it is called; those that take
# more are listed here, each with its reason.

use strict;
use warnings;
require './tests/source/code.pl';

my $most = 4;
my %known;

# Several functions may share a reason.
sub known
{
	my ($reason, @names) = @_;
	$known{$_} = $reason for @names;
}

known('cmark calls it', qw(continues match_inline open_tag_line));
known('a macro calls it, with what it was given', qw(array_grow));
known('all forms of a report are rows of one table', qw(report_json report_sarif report_text));
known('a text, its length and its place, where it goes, memory and messages: each call names them in this order',
	qw(tag_parse yaml_parse read_entry template_render));
known('a file, how much of it is read, memory, what comes of it', qw(source_keep source_read source_read_here));
known('the same, and by which process', qw(read_by source_read_blob));
known('either opens a source with the same arguments', qw(source_open_folder source_open_tree));
known('a file of the output: its name, its bytes and their length, and whether it was there', qw(output_add output_stage));
known('a file of a theme: where it goes, its name, where it is read', qw(add_asset add_template));
known('a table, a map and what it fills, a place for what is said, memory', qw(keys_read front_read));
known('a machine without git answers in its place', qw(history_read));
known('an errno and what it is about, as diag_report has a place', qw(diag_report_failure));
known('a span of a text, and the span that it is looked for in or that replaces it',
	qw(add_filled byte_in_line eval_limits feed_raw_html keep_attribute match_at phrases_find probe replace_at rewrite scan_line));
known('what is found is written into its last ones', qw(open_tag parse_block structure_path outputs_choose));
known('two texts, each with its length', qw(make));

# Functions that are declared or defined, with the number of their parameters.
sub functions_of
{
	my ($code) = @_;
	my %n;
	while ($code =~ /^(?!typedef|\s|#|\})[\w\s*]*?\b(\w+)\(((?:[^(){};]|\([^()]*\))*)\)\s*(?:\{|;|__attribute__)/mg) {
		my ($name, $parameters) = ($1, $2);
		1 while $parameters =~ s/\([^()]*\)//;
		$n{$name} = 1 + ($parameters =~ tr/,//);
	}
	return %n;
}

my (@checks, %seen);
for my $path (sort glob('generator/*/*.[ch]')) {
	my %n = functions_of(bare_code(text_of($path)));
	my ($short) = $path =~ m{^generator/(.*)};
	my @faults;
	for my $name (sort keys %n) {
		next if $n{$name} <= $most;
		$seen{$name} = 1;
		push @faults, "$name takes $n{$name} parameters" if !$known{$name};
	}
	push @checks, [$short, @faults];
}
push @checks, ['the list holds what takes more, and nothing else',
	map { "$_ takes $most at most, or is gone" } grep { !$seen{$_} } sort keys %known];
report_checks(@checks);
