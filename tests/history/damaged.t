#!/usr/bin/perl
# Damaged and hostile repositories: whatever an object, a pack or an index holds, build and check end
# with status 0, 1 or 2 and a message of ours, never with a signal, within their time; and with status
# 2 the earlier site is as it was. FAULTS_SEED chooses the lengths and bytes; DAMAGE_ROUNDS=500 tries
# more of them.

use strict;
use warnings;
use Compress::Zlib qw(compress uncompress);
use Cwd qw(abs_path);
use Digest::SHA qw(sha1_hex);
use File::Find 'find';
use File::Temp 'tempdir';
use Test::More;

my $program = abs_path(($ENV{BUILD} || 'build') . '/sommaire');
my $base = tempdir(CLEANUP => 1);
my $seed = $ENV{FAULTS_SEED} // time;
$ENV{HOME} = $base;
$ENV{GIT_CONFIG_NOSYSTEM} = 1;
$ENV{LC_ALL} = 'C.UTF-8';
delete $ENV{$_} for grep { /^(GIT_(DIR|WORK_TREE|INDEX_FILE)|GITHUB_.*|CI)$/ } keys %ENV;
diag("FAULTS_SEED=$seed");
srand $seed;

sub output {
	my @command = @_;
	open my $pipe, '-|', @command or die "$command[0]: $!";
	local $/;
	my $text = <$pipe> // '';
	close $pipe;
	chomp $text;
	return $text;
}

sub slurp {
	my ($path) = @_;
	open my $file, '<:raw', $path or return '';
	local $/;
	return <$file> // '';
}

sub spew {
	my ($path, $bytes) = @_;
	chmod 0644, $path;
	open my $file, '>:raw', $path or die "$path: $!";
	print $file $bytes;
	close $file or die;
}

# Names and contents of a folder, but of what the next build is told.
sub state_of {
	my ($folder) = @_;
	my %files;
	find({no_chdir => 1, wanted => sub {
		$files{$_} = sha1_hex(slurp($_)) if -f && !m{/\.sommaire/lock$};
	}}, $folder) if -d $folder;
	return join "\n", map { "$_ $files{$_}" } sort keys %files;
}

# Runs the program; returns its status ("signal 11") and what it said.
sub run {
	my (@arguments) = @_;
	my $pid = fork // die;
	if (!$pid) {
		open STDOUT, '>', "$base/said" or die;
		open STDERR, '>&', \*STDOUT or die;
		exec $program, @arguments or die;
	}
	local $SIG{ALRM} = sub { kill KILL => $pid };
	alarm 60;
	waitpid $pid, 0;
	alarm 0;
	my $signal = $? & 127;
	return ($signal ? "signal $signal" : $? >> 8, slurp("$base/said"));
}

# --- the repository that is damaged -------------------------------------------------------------

sub write_object {
	my ($repo, $type, $body) = @_;
	my $raw = "$type " . length($body) . "\0$body";
	my $id = sha1_hex($raw);
	my $folder = "$repo/.git/objects/" . substr($id, 0, 2);
	mkdir $folder;
	spew("$folder/" . substr($id, 2), compress($raw));
	return $id;
}

sub write_tree {
	my ($repo, @entries) = @_; # mode, name, id
	return write_object($repo, 'tree', join '', map { "$_->[0] $_->[1]\0" . pack('H*', $_->[2]) } @entries);
}

sub write_commit {
	my ($repo, $tree, $time, @parents) = @_;
	return write_object($repo, 'commit', "tree $tree\n" . join('', map { "parent $_\n" } @parents)
		. "author A <a\@b> $time +0000\ncommitter A <a\@b> $time +0000\n\nm\n");
}

sub new_repository {
	my ($name) = @_;
	my $repo = "$base/$name";
	output('git', 'init', '-q', '-b', 'main', $repo);
	return $repo;
}

sub set_main { my ($repo, $id) = @_; spew("$repo/.git/refs/heads/main", "$id\n") }

# Two commits; the names of their objects by what they are.
sub course {
	my ($repo) = @_;
	my %id;
	$id{blob} = write_object($repo, 'blob', "# Une page\n\n" . join '', map { "Ligne $_.\n\n" } 1 .. 40);
	$id{image} = write_object($repo, 'blob', "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\5\0\0\0\7\x08\6\0\0\0");
	my $home = write_object($repo, 'blob', "# Un cours abîmé\n\n[une page](d/page.md) ![](d/i.png) [plan](d/plan.pdf)\n");
	$id{asset} = write_object($repo, 'blob', '%PDF-' . join '', map { chr rand 256 } 1 .. 500);
	$id{subtree} = write_tree($repo, ['100644', 'i.png', $id{image}], ['100644', 'page.md', $id{blob}],
		['100644', 'plan.pdf', $id{asset}]);
	$id{earlier} = write_commit($repo, write_tree($repo, ['100644', 'README.md', $home]), 1700000000);
	$id{tree} = write_tree($repo, ['100644', 'README.md', $home], ['40000', 'd', $id{subtree}]);
	$id{commit} = write_commit($repo, $id{tree}, 1700000100, $id{earlier});
	set_main($repo, $id{commit});
	output('git', '-C', $repo, 'reset', '-q', '--hard');
	return %id;
}

sub object_path { my ($repo, $id) = @_; return "$repo/.git/objects/" . substr($id, 0, 2) . '/' . substr($id, 2) }

my $whole = new_repository('whole');
my %id = course($whole);
my $packed = "$base/packed";
output('cp', '-R', $whole, $packed);
output('git', '-C', $packed, 'repack', '-adq');

# What each way of reading gives while nothing is damaged.
my %ways = (folder => [], revision => ['--ref', 'main']);
for my $way (sort keys %ways) {
	my ($status, $said) = run('build', $whole, @{$ways{$way}}, '-o', "$base/out-$way", '-q');
	is($status, 0, "$way: the repository is whole") or diag($said);
}
is(state_of("$base/out-folder") =~ s/out-folder/out/gr, state_of("$base/out-revision") =~ s/out-revision/out/gr,
	'a folder and its revision give the same site');

# One run on a damaged repository; returns its status and which command it was.
my %seen;
sub try {
	my ($repo, $way, $name) = @_;
	my $out = "$base/out-$way";
	my $command = rand() < 0.25 ? 'check' : 'build';
	my $before = state_of($out);
	my ($status, $said) = run($command, $repo, @{$ways{$way}}, $command eq 'build' ? ('-o', $out) : (), '-q', '--git-seconds', 1);
	my @faults;
	push @faults, "ended with $status" if $status !~ /^[012]$/;
	push @faults, 'said nothing of ours' if $status ne '0' && $said !~ /\[[a-z-]+\]$/m;
	push @faults, 'the earlier site is not as it was' if $status ne '0' && $status ne '1' && state_of($out) ne $before;
	$seen{$status}++;
	ok(!@faults, "$name, $way, $command: $status") or diag(join("; ", @faults), "\n$said");
	# the site is whole again for those that follow
	run('build', $whole, @{$ways{$way}}, '-o', $out, '-q') if state_of($out) ne $before;
	return ($status, $command);
}

# A copy of a repository, to be damaged; the one before is gone.
sub copy_of {
	my ($repo) = @_;
	output('rm', '-rf', "$base/copy");
	output('cp', '-R', $repo, "$base/copy");
	return "$base/copy";
}

# --- objects that are cut -----------------------------------------------------------------------

my %lengths = (
	nothing => sub { 0 },
	'two bytes' => sub { 1 + int rand 2 },
	'a header' => sub { 3 + int rand 12 },
	'a part' => sub { 15 + int rand($_[0] > 20 ? $_[0] - 19 : 1) },
	'all but the end' => sub { $_[0] - 1 - int rand 4 },
);
for my $kind (sort keys %id) {
	for my $length (sort keys %lengths) {
		for my $way (sort keys %ways) {
			next if $way eq 'folder' && $kind =~ /blob|image|asset/; # the past is made of trees
			my $copy = copy_of($whole);
			my $path = object_path($copy, $id{$kind});
			my $size = $lengths{$length}->(-s $path);
			spew($path, substr(slurp($path), 0, $size));
			my ($status, $command) = try($copy, $way, "$kind cut to $length ($size)");
			my $is_read = $kind ne 'asset' || $command eq 'build'; # it is only copied
			is($status, 2, "$kind cut to $length: nothing is built") if $way eq 'revision' && $kind ne 'earlier' && $is_read;
		}
	}
}

# --- objects that say what they are not ---------------------------------------------------------

for my $kind (qw(commit tree blob)) {
	my $body = (split /\0/, uncompress(slurp(object_path($whole, $id{$kind}))), 2)[1];
	my ($type) = uncompress(slurp(object_path($whole, $id{$kind}))) =~ /^(\w+)/;
	my %lies = ('a length that is too small' => "$type 1\0" . $body x 40, 'a length that is too great' => "$type 3000000000\0$body",
		'another type' => 'tag ' . length($body) . "\0$body", 'no type' => "\0$body", 'nothing' => '');
	for my $lie (sort keys %lies) {
		for my $way (sort keys %ways) {
			next if $way eq 'folder' && $kind eq 'blob';
			my $copy = copy_of($whole);
			spew(object_path($copy, $id{$kind}), compress($lies{$lie}));
			try($copy, $way, "a $kind with $lie");
		}
	}
}

# --- a pack and its index -----------------------------------------------------------------------

sub patch {
	my ($path, $at, $bytes) = @_;
	my $text = slurp($path);
	substr($text, $at, length $bytes) = $bytes if $at + length $bytes <= length $text;
	spew($path, $text);
}

for my $way (sort keys %ways) {
	my $copy = copy_of($packed);
	my ($index) = glob("$copy/.git/objects/pack/*.idx");
	patch($index, 8, "\xff" x 1024);
	try($copy, $way, 'an index whose table leads nowhere');
	$copy = copy_of($packed);
	($index) = glob("$copy/.git/objects/pack/*.idx");
	spew($index, substr(slurp($index), 0, 1100));
	try($copy, $way, 'an index that is cut');
}

# --- bytes, by chance ---------------------------------------------------------------------------

for my $round (1 .. $ENV{DAMAGE_ROUNDS} // 24) {
	my $copy = copy_of($round % 2 ? $packed : $whole);
	my @paths = split /\n/, output('find', "$copy/.git/objects", "$copy/.git/HEAD", "$copy/.git/refs", "$copy/.git/config",
		'-type', 'f', '-size', '+0');
	@paths = sort @paths;
	for (1 .. 1 + int rand 3) {
		my $path = $paths[rand @paths];
		my $size = -s $path or next;
		patch($path, int rand $size, join '', map { chr rand 256 } 1 .. 1 + rand 4);
	}
	try($copy, (sort keys %ways)[rand 2], "bytes of round $round");
}

# --- few objects that mean many files -----------------------------------------------------------

my $bomb = new_repository('bomb');
my $page = write_object($bomb, 'blob', "# x\n");
my $tree = write_tree($bomb, ['100644', 'a.md', $page]);
for (1 .. 10) {
	$tree = write_tree($bomb, map { ['40000', "d$_", $tree] } 0 .. 9);
}
set_main($bomb, write_commit($bomb, write_tree($bomb, ['100644', 'README.md', $page], ['40000', 'z', $tree]), 1));
my ($status, $said) = run('build', $bomb, '--ref', 'main', '-o', "$base/out-bomb", '-q');
is($status, 2, 'ten thousand million files: refused');
like($said, qr/\[version-trop-grande\]/, '… with its reason');

for my $bytes (1_000_000, 17_000_000) { # what is kept, and what is too large for that
	my $many = new_repository("many-$bytes");
	my $large = write_object($many, 'blob', 'a' x $bytes);
	set_main($many, write_commit($many, write_tree($many, map { ['100644', sprintf('p%05d.md', $_), $large] } 1 .. 12000), 1));
	($status, $said) = run('check', $many, '--ref', 'main', '-q');
	is($status, 2, "a text of $bytes bytes under twelve thousand names: refused");
	like($said, qr/\[version-trop-grande\]/, '… with its reason');
}

# --- what remains possible ----------------------------------------------------------------------

my $copy = copy_of($whole);
spew(object_path($copy, $id{commit}), '');
($status, $said) = run('build', $copy, '-o', "$base/out-none", '-q');
is($status, 2, 'HEAD is empty: nothing is built');
like($said, qr/--no-history/, '… and the cure is named');
($status, $said) = run('build', $copy, '-o', "$base/out-none", '-q', '--no-history');
is("$status$said", '0', '… which works');

my $recent = new_repository('recent');
course($recent);
output('git', '-C', $recent, 'config', 'core.repositoryFormatVersion', 1);
output('git', '-C', $recent, 'config', 'extensions.unheardOf', 'true');
for my $case (['folder', 0], ['revision', 2]) {
	($status, $said) = run('build', $recent, @{$ways{$case->[0]}}, '-o', "$base/out-recent", '-q');
	is($status, $case->[1], "a repository of a format that is not known, $case->[0]");
	like($said, qr/ici \(extensions\.unheardof\).*\[depot-inconnu\]/i, '… is told');
}

# libgit2 speaks English; what it names is kept, and its words are ours.
for my $case (['an object that is gone', sub { unlink(object_path($_[0], $id{commit})) }, qr/un objet manque ou est abîmé[^)]*: ?\Q$id{commit}\E\)/],
	['an empty object', sub { spew(object_path($_[0], $id{commit}), '') }, qr/\(un objet manque ou est abîmé\)/],
	['a branch of no form', sub { spew("$_[0]/.git/HEAD", "nonsense\n") }, qr/\(une branche ou une étiquette est abîmée\)/],
	['settings of no form', sub { spew("$_[0]/.git/config", '[core') }, qr/\(sa configuration ne se lit pas\)/]) {
	$copy = copy_of($whole);
	$case->[1]->($copy);
	($status, $said) = run('check', $copy, '-q');
	like($said, $case->[2], "$case->[0], in words of ours");
}

$copy = copy_of($whole);
output('mkfifo', "$copy/.git/objects/info/alternates");
($status, $said) = run('build', $copy, '-o', "$base/out-none", '-q', '--git-seconds', 1);
is($status, 2, 'a pipe that nobody writes to: waited for, but not for ever');
like($said, qr/\[depot-abime\]/, '… and told');

diag(join ', ', map { "status $_: $seen{$_}" } sort keys %seen);
done_testing();
