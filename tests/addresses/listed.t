#!/usr/bin/env perl
# Every page of a table of contents is out where GitBook has it: CORPORA='folder…' prove tests/addresses/listed.t

use strict;
use warnings;
use Cwd qw(abs_path);
use Encode qw(encode);
use File::Basename qw(basename dirname);
use File::Temp qw(tempdir);
use lib dirname(abs_path(__FILE__));
use GitBook;

my $build = $ENV{BUILD} // 'build';
my @corpora = GitBook::corpora();
if (!@corpora) {
	print "1..0 # SKIP CORPORA names no GitBook repository\n";
	exit 0;
}

my $n = 0;
for my $folder (@corpora) {
	my $out = tempdir('sommaire-listed-XXXXXX', TMPDIR => 1, CLEANUP => 1);
	system("'$build/sommaire' build '$folder' -o '$out/site' --quiet 2>/dev/null");
	my (@missing, $moved);
	my @places = GitBook::places($folder);
	for my $place (@places) {
		my $file = encode('UTF-8', join('/', "$out/site", $place->{address} || (), 'index.html'));
		open(my $page, '<', $file) or push(@missing, $place), next;
		local $/;
		push(@missing, $place) if <$page> =~ /http-equiv="refresh"/;
		$moved++ if $place->{path} ne ($place->{address} =~ s{/?$}{.md}r)
			&& $place->{path} ne join('/', $place->{address} || (), 'README.md');
	}
	print map { '#   ' . encode('UTF-8', "$_->{path} is not at $_->{address}") . "\n" } @missing;
	printf("%sok %d - %s: %d pages, %d of them elsewhere than their file\n",
		@missing || !@places ? 'not ' : '', ++$n, basename($folder), scalar(@places), $moved // 0);
}
print "1..$n\n";
