# What the tests of this folder share: C as tokens see it, and TAP.

use strict;
use warnings;

sub text_of
{
	my ($path) = @_;
	local $/;
	open(my $file, '<', $path) or die "$path: $!\n";
	return scalar <$file>;
}

# The same lines without comments; texts are empty, but for the names of included files.
sub bare_code
{
	my ($text) = @_;
	my $token = qr{/\*.*?\*/|//[^\n]*|^[ \t]*\#[ \t]*include[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'}ms;
	$text =~ s{($token)}{
		my $found = $1;
		my $ends = join('', $found =~ /\n/g);
		$found =~ m{^/} ? " $ends" : $found =~ /^["']/ ? '""' : $found;
	}ge;
	return $text;
}

# Each check is a name and its faults.
sub report_checks
{
	my @checks = @_;
	my ($i, $failed) = (0, 0);
	print '1..' . @checks . "\n";
	for my $check (@checks) {
		my ($name, @faults) = @$check;
		$i++;
		$failed ||= @faults > 0;
		print @faults ? 'not ' : '', "ok $i - $name\n";
		print STDERR "# $name: $_\n" for @faults;
	}
	exit($failed);
}

1;
