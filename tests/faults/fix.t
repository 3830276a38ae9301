#!/usr/bin/env perl
# The nth call fails, or the program is killed there, while `check --fix` changes six files and renames one: all
# files are as before, or all are changed; what was killed leaves each file whole.

use strict;
use warnings;
use Cwd qw(abs_path);
use Errno qw(ENOSPC EIO EACCES EPERM);
use File::Basename qw(dirname);
use File::Path qw(remove_tree);
use File::Temp qw(tempdir);
use lib dirname(abs_path(__FILE__));
use Course;

my $build = abs_path($ENV{BUILD} // 'build');
my $root = abs_path(tempdir('sommaire-fix-XXXXXX', TMPDIR => 1, CLEANUP => 1));
$| = 1;
$ENV{LC_ALL} = 'C.UTF-8';

if ($^O ne 'linux') {
	print "1..0 # SKIP preloading is done for Linux\n";
	exit 0;
}

my %course = (
	'site.yml' => "language: fr\ntitle: Essai\ntheme: cours\nredirects:\n  ancien: plan.md.txt # par son fichier\n",
	'SUMMARY.md' => "* [Accueil](README.md)\n* [Un](Un.md)\n* [Deux](deux.md)\n* [Mots](mots.md)\n",
	'mots.md' => "---\ntype: glossaire\n---\n\n# Mots\n\n## Zinc\n\nZ.\n\n## Ami\n\nA.\n\n## Bol\n\nSynonymes : tasse\n\nB.\n",
	'README.md' => "# Accueil\n\nVoir [un](UN.md), [le plan](plan.md.txt).\n",
	'un.md' => "# Un\n\n##Partie\n\nUn texte.\n",
	'deux.md' => "# Deux\n\nVoir [un] (un.md).\n",
	'plan.md.txt' => "# Plan\n",
);

sub fix
{
	my ($at, %env) = @_;
	my $pid = fork() // die "fork: $!\n";
	if ($pid == 0) {
		open(STDIN, '<', '/dev/null') && open(STDOUT, '>', '/dev/null') && open(STDERR, '>', "$root/said") or die;
		$ENV{$_} = $env{$_} for keys %env;
		alarm(60);
		exec("$build/sommaire", 'check', '--fix', '--jobs', 0, '--no-history', $at) or exit 127;
	}
	waitpid($pid, 0);
	return $? & 127 ? 'signal ' . ($? & 127) : $? >> 8;
}

sub make
{
	my ($at) = @_;
	remove_tree($at);
	spew("$at/$_", $course{$_}) for keys %course;
}

make("$root/new");
fix("$root/new");
make("$root/old");
my ($old, $new) = (site("$root/old"), site("$root/new"));
my ($n, $failed) = (0, 0);

sub result
{
	my ($name, @faults) = @_;
	$n++;
	$failed++ if @faults;
	print @faults ? "not ok $n - $name\n" : "ok $n - $name\n", map { "# $_\n" } map { split(/\n/) } @faults;
}

result('the course differs when it is mended', join("\n", same_site($old, $new)) ? () : 'it does not');

# Whether each file is there once, old or new.
sub broken
{
	my ($found) = @_;
	return grep {
		my $bytes = $found->{$_};
		!m{/\.sommaire-} && $bytes ne ($old->{$_} // "\0") && $bytes ne ($new->{$_} // "\0");
	} keys %$found;
}

for my $case (['open', ENOSPC], ['write', ENOSPC], ['close', EIO], ['fsync', EIO], ['rename', EIO], ['link', EPERM],
	['unlink', EACCES], ['fstatat', EIO])
{
	my ($call, $errno) = @$case;
	for my $way ('', 'FAULT_STAYS', 'FAULT_KILL') {
		my @faults;
		my $nth = 1;
		for (; $nth < 200; $nth++) {
			make("$root/c");
			spew("$root/count", "\0" x 8);
			my $status = fix("$root/c", LD_PRELOAD => "$build/tests/calls.so", FAULT_CALL => $call,
				FAULT_NTH => $nth, FAULT_ERRNO => $errno, FAULT_COUNT => "$root/count", $way ? ($way => 1) : ());
			my $found = site("$root/c");
			my ($calls, $n_failed) = unpack('ii', slurp("$root/count"));
			last if !$n_failed;
			my $said = slurp("$root/said");
			my @left = grep { m{/\.sommaire-} } keys %$found;
			my $is_whole = !same_site($found, $old) || !same_site($found, $new);
			push @faults, "$nth: " . join(' ', broken($found)) if broken($found);
			next if $status =~ /signal 9/;
			push @faults, "$nth: status $status: $said" if $status =~ /signal|127/;
			# What the machine keeps from being put back, or away, is told or harmless.
			my $is_told = $said =~ /remis/ && $status eq 2;
			push @faults, "$nth: mixed, status $status: $said"
				if !$is_whole && !$is_told && !($call eq 'unlink' && @left);
			push @faults, "$nth: changed, and denied: $said"
				if $said =~ /aucun fichier/ && same_site($found, $old) && !($call eq 'unlink' && @left);
		}
		push @faults, 'nothing failed' if $nth == 1;
		result("$call fails" . ($way && ", $way") . ': ' . ($nth - 1) . ' times', @faults);
	}
}
print "1..$n\n";
exit($failed > 0);
