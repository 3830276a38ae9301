#!/usr/bin/env perl
# What readers meet while a site is put in place, and what is left of a build that is ended: the program gets
# a signal at the nth call that changes files, its own or a worker's (tests/faults/stop.c is preloaded), so that
# nothing depends on how quick the machine is. FAULTS=all tries every n, and not a sample (FAULTS_SEED).

use strict;
use warnings;
use Cwd qw(abs_path);
use Fcntl qw(:flock);
use File::Basename qw(dirname);
use File::Find qw(find);
use File::Path qw(make_path remove_tree);
use File::Spec;
use File::Temp qw(tempdir);
use POSIX qw(SIGHUP SIGINT SIGKILL SIGTERM);
use Time::HiRes qw(sleep);
use lib dirname(__FILE__);
use Course qw(slurp spew);

# Who runs this in the background may have these ignored, and a program keeps that.
$SIG{$_} = 'DEFAULT' for qw(INT HUP TERM);

my $build = abs_path($ENV{BUILD} // 'build');
my $root = abs_path(tempdir('sommaire-kills-XXXXXX', DIR => -w '/dev/shm' ? '/dev/shm' : File::Spec->tmpdir, CLEANUP => 1));
my $all = ($ENV{FAULTS} // '') eq 'all';
$| = 1;
my ($n, $failed) = (0, 0);
$ENV{LC_ALL} = 'C.UTF-8';

if ($^O ne 'linux') {
	print "1..0 # SKIP preloading is done for Linux\n";
	exit 0;
}

sub ok
{
	my ($name, @faults) = @_;
	@faults = grep { defined && length } @faults;
	$n++;
	$failed ||= @faults > 0;
	print @faults ? 'not ' : '', "ok $n - $name\n";
	print STDERR map { s/\n(?=.)/\n#   /gr } map { "# $name: $_\n" } @faults[0 .. ($#faults > 9 ? 9 : $#faults)];
}

# What readers see: name => bytes, the program's own notes left out.
sub site
{
	my ($folder) = @_;
	my %files;
	return \%files if !-d $folder;
	find({no_chdir => 1, wanted => sub {
		my ($name) = m{^\Q$folder\E/(.*)}s;
		$files{$name} = slurp($_) if -f $_ && $name !~ m{^\.sommaire/};
	}}, $folder);
	return \%files;
}

sub same_site
{
	my ($found, $expected) = @_;
	my %names = (%$found, %$expected);
	return map { !exists $found->{$_} ? "missing: $_" : !exists $expected->{$_} ? "not expected: $_" : "differs: $_" }
		grep { ($found->{$_} // "\0") ne ($expected->{$_} // "\0") } sort keys %names;
}

# The file that a link of a page leads to; undef: it leaves the site.
sub file_of
{
	my ($page, $link) = @_;
	$link =~ s/&amp;/&/g;
	$link =~ s{^https://exemple\.fr}{};
	$link =~ s/[?#].*//s;
	return undef if $link =~ /^[a-z][a-z0-9+.-]*:/i || $link =~ m{^//};
	return $page if $link eq '';
	$link =~ s/%([0-9A-Fa-f]{2})/chr(hex($1))/ge;
	my @way = $link =~ m{^/} ? () : split(m{/}, dirname("/$page"));
	for my $part (split(m{/}, $link, -1)) {
		if ($part eq '..') { pop @way } elsif ($part ne '.') { push @way, $part }
	}
	my $file = join('/', grep { length } @way);
	return $link =~ m{(?:^|/)(?:\.\.?)?$} ? join('/', grep { length } $file, 'index.html') : $file;
}

# Dead links of all pages that readers come to from the home page, the page of errors and the sitemap.
sub dead_links
{
	my ($site) = @_;
	my @waiting = grep { exists $site->{$_} } 'index.html', '404.html', 'sitemap.xml';
	my (@dead, %seen);
	@waiting = () if !exists $site->{'index.html'}; # nobody comes yet
	while (defined(my $page = shift @waiting)) {
		next if $seen{$page}++;
		my @links = $site->{$page} =~ /\b(?:href|src)="([^"]*)"/g;
		push @links, $site->{$page} =~ /<loc>([^<]*)</g, $site->{$page} =~ /content="0; url=([^"]*)"/g;
		for my $file (grep { defined } map { file_of($page, $_) } @links) {
			push @dead, "$page leads to $file" if !exists $site->{$file};
			push @waiting, $file if exists $site->{$file} && $file =~ /\.html$/;
		}
	}
	return @dead;
}

# Of $pages pages some are there in one version only, and one moves: its earlier address leads on. Some that are new
# in version 2 stay, and lead to others than before.
sub make_course
{
	my ($folder, $version, $pages) = @_;
	my @names = map { $_ % 3 ? "p$_" : "v$version-$_" } 1 .. $pages;
	splice(@names, 8, 0, map { "n$_" } 1 .. 5) if $version > 1;
	push @names, $version == 1 ? 'ici' : 'ailleurs';
	my $moves = $version == 1 ? '' : "redirects:\n  ici: ailleurs.md\n  vieux$version: ailleurs.md\n";
	spew("$folder/site.yml", "title: Version $version\nurl: https://exemple.fr/\ntheme: essai\n$moves");
	system('cp', '-R', abs_path(dirname(__FILE__) . '/../sites/theme'), "$folder/essai");
	make_path("$folder/themes");
	rename("$folder/essai", "$folder/themes/essai") or die "theme: $!\n";
	spew("$folder/themes/essai/assets/style.css", "/* $version */");
	spew("$folder/themes/essai/extras/404.html", '<a href="{{ page.root }}">accueil</a>{% for p in site.pages %}<a href="{{ p.url }}"></a>{% endfor %}');
	spew("$folder/themes/essai/layouts/page.html", '<link rel="stylesheet" href="{{ page.root }}{{ theme.assets["style.css"] }}">{{ site.title }}'
		. '{% if page.next %}<a href="{{ page.next.url }}"></a>{% endif %}{{ page.body }}');
	spew("$folder/README.md", "# Accueil\n\n" . join('', map { "* [vers]($_.md)\n" } @names));
	for my $i (0 .. $#names) {
		my ($name, $after) = ($names[$i], $names[($i + 7) % @names]);
		$after = "v$version-24" if $name =~ /^n/;
		spew("$folder/$name.md", "# $name\n\n" . ($i % 5 || $name =~ /^n/ ? "Version $version, [suite]($after.md), [h](README.md). ![i](image-$version.svg)\n" : "La même.\n"));
	}
	spew("$folder/image-$version.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="' . $version . '" height="1"/>');
	spew("$folder/lot-$version.txt", "$version\n");
	spew("$folder/dossier.md", "# Dossier\n\n[a](lot-$version.txt)\n");
	spew("$folder/SUMMARY.md", join('', "# Sommaire\n\n", map { "* [$_]($_.md)\n" } 'README', @names, 'dossier'));
}

# Runs a build, which gets the signal; returns how it ended, and how many processes are left of it then.
sub run_build
{
	my ($version, %stop) = @_;
	my $pid = fork() // die "fork: $!\n";
	if ($pid == 0) {
		setpgrp(0, 0);
		open(STDERR, '>', "$root/said");
		$ENV{"STOP_\U$_"} = $stop{$_} for grep { $_ ne 'jobs' } keys %stop;
		@ENV{qw(STOP_FIRED STOP_COUNT)} = ("$root/fired", "$root/count");
		$ENV{LD_PRELOAD} = "$build/tests/stop.so" if $stop{at};
		unlink "$root/fired", "$root/count";
		exec("$build/sommaire", 'build', "$root/$version", '-o', "$root/out", '--quiet', '--jobs', $stop{jobs} // 2);
		exit(127);
	}
	waitpid($pid, 0);
	my $end = $? & 127 ? 'signal ' . ($? & 127) : $? >> 8;
	return wantarray ? ($end, processes_of($pid)) : $end;
}

# Those of a group that are not dead, whoever has yet to take notice of it.
sub processes_of
{
	my ($group) = @_;
	return grep { (slurp("/proc/$_/stat") // '') =~ /\) ([^ZX]) \d+ $group / } map { m{/proc/(\d+)$} } glob('/proc/[0-9]*');
}


my %sites;
sub restore
{
	my ($version) = @_;
	remove_tree("$root/out");
	system('cp', '-a', "$root/out$version", "$root/out") if $version;
}

sub next_build
{
	my ($version) = @_;
	my $end = run_build($version);
	my @left = grep { -e "$root/out/.sommaire/$_" } qw(new manifest.new);
	return (map { "the next build: $_" } $end eq 0 ? () : "$end: " . slurp("$root/said"), (map { "left: $_" } @left),
		same_site(site("$root/out"), $sites{$version}));
}

# Of 1 … $most: all, or a few.
sub sample
{
	my ($most, $some) = @_;
	return 1 .. $most if $all || $most <= $some;
	my %chosen;
	$chosen{1 + int(rand($most))} = 1 while keys %chosen < $some;
	return sort { $a <=> $b } keys %chosen;
}

# How often a build makes such calls; of workers, what one of them surely makes.
sub count_calls
{
	my ($from, $to, $in, @call) = @_;
	restore($from);
	run_build($to, at => 1_000_000, in => $in, (map { (call => $_) } @call), jobs => $in eq 'worker' ? 1 : 2);
	return slurp("$root/count") || die "nothing was counted\n";
}

my $seed = $ENV{FAULTS_SEED} // time;
srand($seed);
print "# FAULTS_SEED=$seed\n";
for my $version (1 .. 3) {
	make_course("$root/$version", $version, 24);
	remove_tree("$root/out");
	run_build($version) eq 0 or die "version $version: " . slurp("$root/said");
	rename("$root/out", "$root/out$version") or die "out$version: $!\n";
	$sites{$version} = site("$root/out$version");
	ok("version $version has no dead link itself", dead_links($sites{$version}));
}

# --- a kill at any moment ------------------------------------------------------------------

my %most;
for my $way ([1, 2], [2, 3], [0, 1]) {
	my ($from, $to) = @$way;
	my ($times, @faults) = (0);
	$most{"$from$to"} = count_calls($from, $to, 'parent');
	for my $at (sample($most{"$from$to"}, $from == 1 ? 12 : 4)) {
		restore($from);
		my $end = run_build($to, at => $at, in => 'parent', signal => SIGKILL);
		$times++;
		push @faults, map { "$at: $_" } ($end eq 'signal 9' ? '' : "ended by $end"), dead_links(site("$root/out")), next_build($to);
	}
	ok(($from ? "version $from becomes $to" : 'a first build') . ": killed at $times of " . $most{"$from$to"} . ' calls, no link is dead, the next build repairs',
		grep { !/^\d+: $/ } @faults);
}

# A build after that is killed, too, is of another version, or of the one before. Most of it is told at renames.
{
	my @faults;
	my $most = count_calls(1, 2, 'parent', 'rename');
	for (1 .. ($all ? 200 : 6)) {
		my ($first, $second) = map { 1 + int(rand($most)) } 1 .. 2;
		my ($middle, $to) = @{[[2, 3], [2, 3], [3, 2], [2, 1]]->[int(rand(4))]};
		my %kill = (in => 'parent', signal => SIGKILL, call => 'rename');
		restore(1);
		run_build($middle, %kill, at => $first);
		run_build($to, %kill, at => $second);
		push @faults, map { "$middle at $first, $to at $second: $_" } dead_links(site("$root/out"));
		run_build(2, %kill, at => $second);
		push @faults, map { "$middle at $first, $to at $second, 2 at $second: $_" } dead_links(site("$root/out")), next_build($to);
	}
	ok('killed again and again, in other versions: no link is dead, nothing is left of any', @faults);
}

# --- whoever asks it to end ----------------------------------------------------------------

sub is_lock_free
{
	open(my $lock, '<', "$root/out/.sommaire/lock") or return 1;
	return flock($lock, LOCK_EX | LOCK_NB);
}

for my $in ('parent', 'worker') {
	my $most = count_calls(1, 2, $in);
	for my $signal (SIGTERM, SIGINT, SIGHUP) {
		my ($times, @faults) = (0);
		for my $at (sample($most, 3)) {
			restore(1);
			my ($end, @left) = run_build(2, at => $at, in => $in, signal => $signal);
			next if !-e "$root/fired"; # the other worker took all of the work
			my $found = site("$root/out");
			my @old = same_site($found, $sites{1});
			$times++;
			push @faults, map { "$at: $_" } $end eq "signal $signal" ? () : "ended by $end",
				(map { "a process is left: $_" } @left), is_lock_free() ? () : 'the lock is held',
				(map { "left: $_" } grep { -e "$root/out/.sommaire/$_" } qw(new manifest.new)),
				@old && same_site($found, $sites{2}) ? "neither the old nor the new site: @old" : (), next_build(2);
		}
		ok("signal $signal at $times of $most calls of a $in: nothing is left, the site is the old or the new one", @faults);
	}
}

{
	my ($times, @faults) = (0);
	for my $at (sample(count_calls(1, 2, 'worker'), 3)) {
		restore(1);
		my $pid = run_build(2, at => $at, in => 'worker', signal => SIGKILL);
		next if !-e "$root/fired";
		$times++;
		my $is_free = 0;
		for (1 .. 1000) {
			last if $is_free = is_lock_free();
			sleep(0.01);
		}
		push @faults, map { "$at: $_" } $is_free ? () : 'a worker holds the lock', same_site(site("$root/out"), $sites{1}), next_build(2);
	}
	ok("killed at $times calls of a worker: its workers die, the next build is not refused", @faults);
}

print "1..$n\n";
exit($failed);
