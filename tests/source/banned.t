#!/usr/bin/env perl
# What the code does not use: functions without a limit, hidden state, unreproducible input.

use strict;
use warnings;

# what, where it is allowed, why it is banned
my @banned = (
	[qr/\b(?:strcpy|strcat|sprintf|vsprintf|gets|stpcpy)\s*\(/, qr/^$/, 'no limit: use a buf'],
	[qr/\bstrtok(?:_r)?\s*\(/, qr/^$/, 'changes its input'],
	[qr/\bato[ifl]l?\s*\(/, qr/^$/, 'hides errors: use strtol'],
	[qr/\bs?rand\s*\(/, qr/^$/, 'the same course gives the same bytes'],
	[qr/\b(?:system|popen)\s*\(/, qr/^$/, 'a shell reads names that editors chose'],
	[qr/\balloca\s*\(/, qr/^$/, 'no limit: use an arena'],
	[qr/(?<!\w)(?:printf|puts|putchar)\s*\(/, qr{^generator/app/main\.c$}, 'only main prints'],
	[qr/\btime\s*\(\s*(?:NULL|0)\s*\)/, qr{^generator/app/serve\.c$}, 'the same bytes on any day'],
	[qr/\b(?:malloc|calloc|realloc)\s*\(/, qr{^generator/base/}, 'only base/ allocates: use an arena'],
	[qr/\b(?:setlocale|gmtime|localtime|ctime|asctime|strerror_r)\s*\(/, qr/^$/, 'hidden state'],
	[qr/\bTODO\b(?!.*#\d)/, qr/^$/, 'a TODO has the number of its issue'],
);

# Without strings and comments, except for what is said of a TODO; lines keep their numbers.
sub code_of
{
	my ($path) = @_;
	open(my $file, '<', $path) or die "$path: $!\n";
	local $/;
	my $code = <$file>;
	$code =~ s{("(?:[^"\\\n]|\\.)*")|('(?:[^'\\\n]|\\.)*')|(/\*.*?\*/|//[^\n]*)}{
		defined $1 ? '""' : defined $2 ? "''" : $3 =~ s/(TODO[^\n]*)|[^\n]/$1 \/\/ ''/ger }gse;
	$code =~ s/__attribute__\s*\(\(format\(printf[^\n]*//g;
	return $code;
}

my @files = sort glob('generator/*/*.[ch]');
print '1..' . @files . "\n";
my ($i, $failed) = (0, 0);
for my $path (@files) {
	my @faults;
	my $line = 0;
	for my $text (split /\n/, code_of($path)) {
		$line++;
		for my $rule (@banned) {
			my ($what, $where, $why) = @$rule;
			push @faults, "$path:$line: $&: $why" if $path !~ $where && $text =~ $what;
		}
	}
	$i++;
	$failed ||= @faults > 0;
	print @faults ? 'not ' : '', "ok $i - $path\n";
	print STDERR "# $_\n" for @faults;
}
exit($failed);
