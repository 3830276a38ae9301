#!/usr/bin/env perl
# The nth call fails, for every n of a small build over an existing site: once, or from then on, in one process
# or with workers. Either status 2, told, and the old or the new site whole; or status 0 and the new one whole.
# Printed at the end: how often each call ended how.
#
# In `check` every seventh n (of memory every EVERY_PIECEth), from an offset that FAULTS_SEED chooses and that is printed;
# FAULTS=all, as in `make faults`, every n. Arguments choose some of it, and a number one place, of
# which all is told:
#     tests/faults/nth.t read 'once, --jobs 0' 17

use strict;
use warnings;
use Cwd qw(abs_path);
use Errno qw(ENOSPC EROFS EIO EAGAIN EMFILE ENFILE ENOMEM EACCES EINTR EDQUOT ENOTEMPTY EBUSY EPERM);
use File::Basename qw(dirname);
use File::Path qw(make_path remove_tree);
use File::Temp qw(tempdir);
use lib dirname(abs_path(__FILE__));
use Course;

use constant {EVERY => 7, EVERY_PIECE => 7 * 23, MOST_SECONDS => 60};

my $build = abs_path($ENV{BUILD} // 'build');
my $root = abs_path(tempdir('sommaire-nth-XXXXXX', TMPDIR => 1, CLEANUP => 1));
my $is_whole = ($ENV{FAULTS} // '') eq 'all';
my $seed = $ENV{FAULTS_SEED} // int(time / 60);
my $main = $$;
$ENV{LC_ALL} = 'C.UTF-8';
# An abort is meant: no report of a sanitizer.
$ENV{ASAN_OPTIONS} = 'handle_abort=0:handle_segv=0:verify_asan_link_order=0';

if ($^O ne 'linux') {
	print "1..0 # SKIP preloading is done for Linux\n";
	exit 0;
}

# --- what can fail -------------------------------------------------------------------------------

# Ways to fail: what the preloaded library is told, and the options of the build.
my @both = ('once, --jobs 0', 'stays, --jobs 0', 'once, --jobs 2', 'stays, --jobs 2');
my @killed = (@both, 'killed, --jobs 0');
my @once = ('once, --jobs 0', 'once, --jobs 2', 'once, --jobs 0 --ref main');
my @reading = (@both, 'once, --jobs 0 --ref main', 'stays, --jobs 0 --ref main');

# A call, why it fails, in which ways; and which ends are right for it beside those of all.
my @kinds = (
	['open-read', [EIO, EMFILE, ENOMEM, EACCES], \@reading],
	['read', [EIO, EINTR, ENOMEM], \@once],
	['read', [EIO, ENOMEM], ['stays, --jobs 0', 'stays, --jobs 2', 'stays, --jobs 0 --ref main']],
	['close-read', [EIO], \@both],
	['fstat', [EIO, ENOMEM], \@reading],
	['fstatat', [EIO, EACCES], \@both],
	['stat', [EIO, EACCES, ENOMEM], \@reading],
	['lstat', [EIO, EACCES], \@reading, 'mixed'],
	['access', [EIO, EACCES], \@once], # for ever, and yet all opens: libgit2 sees no files
	['realpath', [EIO, EACCES, ENOMEM], \@reading],
	['readlink', [EIO, EACCES], \@reading],
	['getcwd', [ENOMEM, EACCES], \@both],
	['opendir', [EIO, EMFILE, EACCES, ENOMEM], \@reading],
	['readdir', [EIO], \@reading],
	['closedir', [EIO], \@both],
	['open', [EROFS, EMFILE, EACCES, ENOSPC], \@killed],
	['write', [ENOSPC, EIO, EDQUOT], \@killed],
	['close', [EIO, ENOSPC], \@killed],
	['mkdir', [ENOSPC, EROFS, EACCES], \@killed],
	['rename', [EIO, EACCES], \@killed, 'mixed'],
	['unlink', [EACCES, EIO], \@killed, 'kept'],
	['rmdir', [EIO, EBUSY, EACCES], \@killed, 'kept'],
	['link', [EPERM], \@both],
	['symlink', [EPERM], \@both],
	['fsync', [EIO, ENOSPC], \@killed],
	['ftruncate', [EIO], \@both],
	['flock', [EAGAIN, EIO], \@both],
	['fork', [EAGAIN, ENOMEM], \@both],
	['waitpid', [EINTR], ['once, --jobs 0', 'once, --jobs 2']],
	['pipe', [EMFILE], \@both],
	['pipe2', [EMFILE], \@both],
	['dup', [EMFILE], \@both],
	['dup2', [EMFILE], \@both],
	['setitimer', [EPERM], \@both],
	['setrlimit', [EPERM], \@both],
	['mmap', [ENOMEM], \@reading],
	['munmap', [ENOMEM], \@both],
	['madvise', [ENOMEM], \@both],
	['malloc', [ENOMEM], [@once, 'stays, --jobs 0'], 'died', 'mixed'],
);

# --- courses, and how they are built ---------------------------------------------------------------

make_course("$root/$_", $_) for 1, 2;

# Builds into its own folder, below which `said` and the count are kept. The status, or the signal.
sub run_build
{
	my ($at, $version, $options, %env) = @_;
	my $pid = fork() // die "fork: $!\n";
	if ($pid == 0) {
		open(STDOUT, '>', '/dev/null') && open(STDERR, '>', "$at/said") or die "$at: $!\n";
		$ENV{$_} = $env{$_} for keys %env;
		alarm(MOST_SECONDS); # outlives the exec
		exec("$build/sommaire", 'build', "$root/$version", '-o', "$at/out", '--quiet', @$options) or exit 127;
	}
	waitpid($pid, 0);
	return $? & 127 ? 'signal ' . ($? & 127) : $? >> 8;
}

make_path("$root/first");
my @plain = ('--jobs', 0);
my $no_one = "$root/first/out/CNAME"; # a file of somebody else's
run_build("$root/first", 1, \@plain) eq 0 or die 'version 1: ' . slurp("$root/first/said");
spew($no_one, "exemple.fr\n");
my ($old, $old_notes) = (site("$root/first/out"), notes("$root/first/out"));
system('cp', '-a', "$root/first/out", "$root/out1");
run_build("$root/first", 2, \@plain) eq 0 or die 'version 2: ' . slurp("$root/first/said");
my ($new, $new_notes, $new_said) = (site("$root/first/out"), notes("$root/first/out"), slurp("$root/first/said"));
my @broken = (dead_links($old), dead_links($new));
die "@broken" if @broken;

sub fault_of
{
	my ($at, $case) = @_;
	my %env = (FAULT_CALL => $case->{call}, FAULT_NTH => $case->{n}, FAULT_ERRNO => $case->{error}, FAULT_COUNT => "$at/count",
		LD_PRELOAD => "$build/tests/" . ($case->{call} eq 'malloc' ? 'memory.so' : 'calls.so'));
	$env{FAULT_STAYS} = 1 if $case->{way} =~ /stays/;
	$env{FAULT_KILL} = 1 if $case->{way} =~ /killed/;
	$env{FAULT_TRACE} = $case->{trace} if $case->{trace};
	return %env;
}

sub options_of
{
	my ($way) = @_;
	return split(/ /, $way =~ s/^\w+, //r);
}

# Builds version 2 over version 1, with the fault. Its status; how often the call was made, and failed.
sub build_with
{
	my ($at, $case) = @_;
	if (!-e "$at/is-old") {
		remove_tree("$at/out");
		system('cp', '-a', "$root/out1", "$at/out");
	}
	unlink("$at/is-old");
	spew("$at/count", pack('ii', 0, 0));
	my $status = run_build($at, 2, [options_of($case->{way})], fault_of($at, $case));
	return ($status, unpack('ii', slurp("$at/count")));
}

# --- how it ended ----------------------------------------------------------------------------------

# What may come, in the order of the table; those that are always right, and those that are right for some calls.
my @ends = ('2 whole', '0 whole', 'mixed', 'kept', 'killed', 'died', 'status 1', '0 damaged', 'not told', 'untrue', 'dead links',
	'damaged', 'signal', 'hang', 'next');
my %is_right = map { $_ => 1 } '2 whole', '0 whole', 'killed';

sub end_of_status_2
{
	my ($said, $found, $is_old, $is_new) = @_;
	return ('not told', $said) if $said !~ /erreur|épuisée/;
	my %rest = %$found;
	delete $rest{$_} for grep { !exists $new->{$_} && $found->{$_} eq ($old->{$_} // '') } keys %$found;
	return ('kept') if $said =~ /retiré/ && !$is_new && !same_site(\%rest, $new);
	return ('untrue', $said) if $said =~ /intact|reste tel/ && !$is_old || $said =~ /nouveau site est en place/ && !$is_new;
	return ('2 whole') if $is_old || $is_new;
	my @faults = mixed_site($found, $old, $new);
	return (@faults == dead_links($found) ? 'dead links' : 'damaged', @faults) if @faults;
	return $said =~ /mêle|épuisée/ ? 'mixed' : ('untrue', $said); # who ends without memory promises nothing
}

# The column of the table, and what there is to say of it.
sub end_of
{
	my ($case, $status, $said, $found) = @_;
	my $is_old = !same_site($found, $old);
	my $is_new = !same_site($found, $new);
	return ('hang', $said) if $status eq 'signal 14';
	if ($status =~ /signal/) {
		my @faults = mixed_site($found, $old, $new);
		return (@faults == dead_links($found) ? 'dead links' : 'damaged', @faults) if @faults;
		return ('killed') if $case->{way} =~ /killed/ && $status eq 'signal 9';
		return (($is_old || $is_new) && $case->{call} eq 'malloc' ? 'died' : 'signal', $status);
	}
	return end_of_status_2($said, $found, $is_old, $is_new) if $status eq 2;
	return ('status 1', "status $status", $said, same_site($found, $new)) if $status ne 0;
	# Of a worker whose item another one made; libgit2 gives back what it was refused, and glibc says so.
	$said =~ s/^(?:mémoire épuisée.*|(?:free|malloc|realloc|munmap_chunk)\(\): .*|double free .*)\n//mg if $case->{call} eq 'malloc';
	return ('0 whole') if $is_new && $said eq $new_said;
	return ($is_new ? 'untrue' : '0 damaged', $said, same_site($found, $new));
}

sub next_build
{
	my ($at) = @_;
	my @faults;
	run_build($at, 2, \@plain) eq 0 or push @faults, 'the next build: ' . slurp("$at/said");
	push @faults, map { "after the next build: $_" } same_site(site("$at/out"), $new);
	push @faults, 'files are left behind' if -e "$at/out/.sommaire/new" || -e "$at/out/.sommaire/manifest.new";
	return @faults;
}

# Whether the folder is in all what one of two good builds left: the next one was tried from there.
sub is_known
{
	my ($at, $found) = @_;
	my $is_old = !same_site($found, $old) && !same_site(notes("$at/out"), $old_notes);
	spew("$at/is-old", '') if $is_old;
	return $is_old || (!same_site($found, $new) && !same_site(notes("$at/out"), $new_notes));
}

# One place: undef when the call was not made that often, or its end and what there is to say.
sub try_case
{
	my ($at, $case) = @_;
	my ($status, undef, $failed) = build_with($at, $case);
	return undef if !$failed;
	my $found = site("$at/out");
	my ($end, @faults) = end_of($case, $status, slurp("$at/said"), $found);
	my @next = is_known($at, $found) ? () : next_build($at);
	return @next ? ['next', @next] : [$end, @faults];
}

# --- all places, shared over the processors ----------------------------------------------------------

# Whether a place is one of the sample: every seventh, of all series together.
sub is_sampled
{
	my ($call, $i) = @_;
	my $every = $call eq 'malloc' ? EVERY_PIECE : EVERY;
	return $is_whole || ($i + $seed) % $every == 0;
}

# How often a call is made when none fails.
sub count_calls
{
	my ($call, $way) = @_;
	my ($status, $n) = build_with("$root/first", {call => $call, way => $way, n => 0, error => 0});
	die "counting $call: status $status" if $status ne 0;
	return $n;
}

sub list_cases
{
	my ($only_call, $only_way) = @_;
	my (@cases, %count);
	my $i = 0;
	for my $kind (@kinds) {
		my ($call, $reasons, $ways) = @$kind;
		next if defined $only_call && $only_call ne $call;
		for my $way (@$ways) {
			next if defined $only_way && $only_way ne $way;
			for my $n (1 .. ($count{join(' ', $call, options_of($way))} //= count_calls($call, $way))) {
				next if !is_sampled($call, $i++);
				push @cases, {call => $call, way => $way, n => $n, error => $reasons->[@cases % @$reasons]};
			}
		}
	}
	return @cases;
}

sub processors
{
	my $n = () = (slurp('/proc/cpuinfo') // '') =~ /^processor\s*:/mg;
	return $n || 1;
}

# What came of each case, in their order.
sub try_cases
{
	my (@cases) = @_;
	my @pipes;
	my $jobs = processors();
	for my $job (0 .. $jobs - 1) {
		my $pid = open(my $pipe, '-|') // die "fork: $!\n";
		if ($pid == 0) {
			make_path("$root/job$job");
			$| = 1;
			for (my $i = $job; $i < @cases; $i += $jobs) {
				my $result = try_case("$root/job$job", $cases[$i]) or next;
				print join("\t", $i, map { s/\s+/ /gr } @$result), "\n";
			}
			exit 0;
		}
		push @pipes, $pipe;
	}
	my @results;
	for my $pipe (@pipes) {
		while (my $line = <$pipe>) {
			chomp $line;
			my ($i, @result) = split(/\t/, $line);
			$results[$i] = \@result;
		}
		close($pipe) or die "a process that tries places ended: $?\n";
	}
	return @results;
}

sub print_table
{
	my ($calls, $counts) = @_;
	my @columns = grep { my $end = $_; grep { $_->{$end} } values %$counts } @ends;
	my @rows = (['call', 'places', @columns]);
	for my $call (@$calls) {
		my $sum = 0;
		$sum += $_ for values %{$counts->{$call}};
		push @rows, [$call, $sum, map { $counts->{$call}{$_} // '' } @columns] if $sum;
	}
	for my $row (@rows) {
		print '# ', join(' | ', map { sprintf('%-*s', length($rows[0][$_]) > 10 ? length($rows[0][$_]) : 10, $row->[$_]) } 0 .. $#$row), "\n";
	}
}

# All of one place: what was said, who called, what differs.
sub show_place
{
	my ($call, $way, $n, $error) = @_;
	my ($kind) = grep { $_->[0] eq $call } @kinds;
	for my $reason ($error // @{$kind->[1]}) {
		my $case = {call => $call, way => $way, n => $n, error => $reason, trace => "$root/trace"};
		my ($status, $times, $failed) = build_with("$root/first", $case);
		my ($end, @faults) = end_of($case, $status, slurp("$root/first/said"), site("$root/first/out"));
		local $! = $reason;
		print "$call $way $n ($!): $end, status $status, $failed of $times failed\n", slurp("$root/first/said"), map { "  $_\n" } @faults;
		my $trace = slurp("$root/trace") // '';
		my @own = $trace =~ m{sommaire\(\+(0x[0-9a-f]+)\)}g;
		print "called from: ", $trace =~ /\((\w+)\+/g ? join(' ', $trace =~ /\((\w+)\+/g) : '', "\n";
		print qx{addr2line -spfe '$build/sommaire' @own} if @own;
		print next_build("$root/first");
	}
}

if (@ARGV > 2) {
	show_place(@ARGV);
	exit 0;
}
print "# FAULTS_SEED=$seed\n" if !$is_whole;
my @cases = list_cases(@ARGV);
my @results = try_cases(@cases);
my (%counts, %faults, %places, @calls, @series);
for my $i (grep { $results[$_] } 0 .. $#cases) {
	my ($call, $way, $n, $error) = @{$cases[$i]}{qw(call way n error)};
	my ($end, @details) = @{$results[$i]};
	my ($kind) = grep { $_->[0] eq $call } @kinds;
	push @calls, $call if !$counts{$call};
	push @series, "$call fails, $way" if !$places{"$call fails, $way"}++;
	$counts{$call}{$end}++;
	local $! = $error;
	push @{$faults{"$call fails, $way"}}, "$n ($!): $end: " . join('; ', @details[0 .. ($#details > 2 ? 2 : $#details)])
		if !$is_right{$end} && !grep { $_ eq $end } @$kind[3 .. $#$kind];
}
my $number = 0;
for my $series (@series) {
	my @told = @{$faults{$series} // []};
	print @told ? 'not ' : '', 'ok ', ++$number, " - $series ($places{$series} places)\n";
	print STDERR map { "# $series, $_\n" } @told[0 .. ($#told > 9 ? 9 : $#told)];
}
print_table(\@calls, \%counts);
print "1..$number\n";
exit(grep { @{$faults{$_}} } keys %faults);
