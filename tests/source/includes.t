#!/usr/bin/env perl
# Include what you use, of our own headers: what a file names is declared in a header that it includes itself,
# and no header is included for nothing. What a module's own header includes counts for its files;
# X_internal.h counts as X.h. With --mend it writes the lines itself, headers first; clang-format sorts them.

use strict;
use warnings;
require './tests/source/code.pl';

# Names that make makes of tables, and where they stand then; words/diag.h includes that for all who report.
my $made = qr{\b(?:MSG_\w+|SAY_\w+|enum\s+(?:message|sentence))\b};
my ($made_in, $made_for) = ('words/message_names.h', 'words/diag.h');
# Included for more than names: tables that are read where they stand.
my $is_table = qr{^words/messages.*\.h$};

my (%declares, %declared, %includes, %code, %is_function); # by path without "generator/"

for my $whole (sort glob('generator/*/*.[ch]')) {
	my ($path) = $whole =~ m{^generator/(.*)};
	$code{$path} = bare_code(text_of($whole));
	$includes{$path} = [$code{$path} =~ /^[ \t]*#[ \t]*include[ \t]+"([^"]+)"/mg];
	$code{$path} =~ s/^[ \t]*#[ \t]*include.*$//mg;
}

# What a header declares, each name with its kind: "struct x" and "x" are two.
sub names_of
{
	my ($code) = @_;
	my @names;
	push @names, "$1 $2" while $code =~ /\b(struct|union)\s+(\w+)\s*\{/g;
	while ($code =~ /\benum(\s+\w+)?\s*\{([^{}]*)\}/g) {
		my ($tag, $rows) = ($1, $2);
		push @names, "enum $1" if $tag && $tag =~ /(\w+)/;
		push @names, $rows =~ /(?:^|,)\s*(\w+)/g;
	}
	push @names, $code =~ /^[ \t]*#[ \t]*define[ \t]+(\w+)/mg;
	push @names, $1 while $code =~ /\btypedef\b[^;]*?\b(\w+)(?:\[[^\]]*\])?;/g;
	push @names, $1 while $code =~ /^typedef\b[^;()]*?\b(\w+)\([^;]*\);/mg;
	my $flat = $code =~ s/\\\n/ /gr;
	$flat =~ s/^[ \t]*#.*$//mg;
	1 while $flat =~ s/\{[^{}]*\}/;/g; # bodies
	while ($flat =~ /^(?!\s|typedef)[\w\s*]*?[\s*](\w+)\((?:[^(){};]|\([^()]*\))*\)/mg) {
		push @names, $1;
		$is_function{$1} = 1;
	}
	push @names, $1 while $flat =~ /^extern\b[^;(]*?(\w+)(?:\[[^\]]*\])?;/mg;
	return grep { !/^\w+_H$/ && !/^(?:sizeof|__attribute__)$/ } @names;
}

for my $header (grep { /\.h$/ && !/$is_table/ } keys %code) {
	for my $name (names_of($code{$header})) {
		$declares{$header}{$name} = 1;
		$declared{$name}{$header} = 1;
	}
}

# A structure that x_internal.h defines is x.h's to name.
for my $header (grep { /_internal\.h$/ } keys %declares) {
	my $parent = $header =~ s/_internal\.h$/.h/r;
	for my $name (grep { /^struct / } keys %{$declares{$header}}) {
		$declared{$name}{$parent} = 1 if $code{$parent} && $code{$parent} =~ /\b$name\b/;
	}
}

# Names that a file uses, or may: a field of the same name is none.
sub used_by
{
	my ($path) = @_;
	my $code = $code{$path};
	my %used;
	my %own = map { $_ => 1 } $path =~ /\.c$/ ? names_of($code) : ();
	my %forward = map { $_ => 1 } $code =~ /^(struct\s+\w+);/mg;
	$used{"$1 $2"} = 1 while $code =~ /\b(struct|union|enum)\s+(\w+)/g;
	$code =~ s/\b(?:struct|union|enum)\s+\w+//g;
	$used{$1} = 1 while $code =~ /(?<!\.)(?<!->)\b([A-Za-z_]\w*)\b/g;
	return grep { $declared{$_} && !$own{$_} && !$forward{$_} } sort keys %used;
}

# The headers of a file's own module: for base/file_posix.c base/file.h; x_internal.h is x.h.
sub own_headers
{
	my ($path) = @_;
	my ($stem) = $path =~ /^(.*)\.[ch]$/;
	my @own;
	do {
		push @own, grep { $code{$_} && $_ ne $path } "$stem.h", "${stem}_internal.h";
	} while ($stem =~ s/_[^_\/]*$//);
	return @own;
}

# The headers that a file includes, or that its own header includes for it.
sub seen_by
{
	my ($path) = @_;
	my %seen = map { $_ => 1 } $path, @{$includes{$path}};
	my %own = map { $_ => 1 } grep { $seen{$_} } own_headers($path);
	for my $header (grep { /_internal\.h$/ } keys %seen) {
		$own{$header} = $own{$header =~ s/_internal\.h$/.h/r} = 1;
	}
	$seen{$_} = 1 for map { ($_, @{$includes{$_} // []}) } keys %own;
	return %seen;
}

# Fields that a header's structures have, and fields that a file asks: a pointer need not be named to be
# followed.
my %fields;
for my $header (grep { /\.h$/ } keys %code) {
	my $code = $code{$header};
	while ($code =~ /\b(?:struct|union)\s+\w+\s*(\{(?:[^{}]|(?1))*\})/g) {
		my $body = $1;
		$fields{$header}{$_} = 1 for $body =~ /(\w+)(?:\[[^\]]*\])*(?::\s*\d+)?\s*[;,]/g;
	}
}

sub is_followed
{
	my ($path, $header) = @_;
	return grep { $fields{$header}{$_} } $code{$path} =~ /(?:\.|->)(\w+)/g;
}

# The headers that a file lacks, each with the names that it is wanted for, and those it includes for nothing.
sub faults_of
{
	my ($path) = @_;
	my @used = used_by($path);
	my %seen = seen_by($path);
	my %own = map { $_ => 1 } own_headers($path);
	my (%wanted, %serves);
	for my $name (@used) {
		my @homes = sort { ($a =~ /_internal/) <=> ($b =~ /_internal/) || $a cmp $b } keys %{$declared{$name}};
		my @here = grep { $seen{$_} } @homes;
		$serves{$_} = 1 for @here;
		my $may_be_local = $is_function{$name} && $code{$path} !~ /\b$name\(/;
		$wanted{$homes[0]}{$name} = 1 if !@here && !$may_be_local;
	}
	if ($code{$path} =~ $made) {
		$serves{$made_for} = 1 if !grep { $_ eq $made_in } @{$includes{$path}};
		$wanted{$made_in}{'names of messages'} = 1 if !$seen{$made_for} && !$seen{$made_in};
	}
	my @idle = grep { $code{$_} && !/$is_table/ && !$own{$_} && !$serves{$_} && !is_followed($path, $_)
		&& !(/_internal\.h$/ && $serves{s/_internal\.h$/.h/r}) } @{$includes{$path}};
	return (\%wanted, \@idle);
}

# Writes what a file includes; where there is no line of ours yet, behind the system's.
sub mend
{
	my ($path) = @_;
	my ($wanted, $idle) = faults_of($path);
	return 0 if !%$wanted && !@$idle;
	my %idle = map { $_ => 1 } @$idle;
	my %own = map { $_ => 1 } own_headers($path);
	my @lines = grep { !/^#include "([^"]+)"/ || !$idle{$1} } split /\n/, text_of("generator/$path");
	my @new = map { "#include \"$_\"" } sort keys %$wanted;
	my ($first, $last, $head);
	for my $i (0 .. $#lines) {
		$head = $i if !defined $head && $lines[$i] =~ m{\*/\s*$};
		last if $lines[$i] =~ /^[\w}].*[;{]|^#include "words\/messages/;
		$last = $i if $lines[$i] =~ /^#include/;
		my ($header) = $lines[$i] =~ /^#include "([^"]+)"/;
		$first //= $i if $header && !($i == 0 && $own{$header});
	}
	if (defined $first) {
		splice(@lines, $first, 0, @new);
	} elsif (@new) {
		splice(@lines, ($last // $head) + 1, 0, '', @new);
	}
	open(my $file, '>', "generator/$path") or die "$path: $!\n";
	print {$file} (join("\n", @lines) . "\n") =~ s/\n{3,}/\n\n/gr;
	close($file) or die "$path: $!\n";
	$includes{$path} = [(grep { !$idle{$_} } @{$includes{$path}}), keys %$wanted];
	return 1;
}

my @paths = sort grep { !/$is_table/ } keys %code;
if (@ARGV && $ARGV[0] eq '--mend') {
	my %mended;
	for my $round (1 .. 3) {
		$mended{$_} ||= mend($_) for grep { /\.h$/ } @paths;
	}
	$mended{$_} ||= mend($_) for grep { /\.c$/ } @paths;
	my @files = map { "generator/$_" } grep { $mended{$_} } @paths;
	exec('clang-format', '-i', @files) if @files;
	exit 0;
}

my @checks;
for my $path (@paths) {
	my ($wanted, $idle) = faults_of($path);
	push @checks, [$path,
		map({ "includes no $_, for " . join(', ', sort keys %{$wanted->{$_}}) } sort keys %$wanted),
		map({ "includes $_ for nothing" } @$idle)];
}
report_checks(@checks);
