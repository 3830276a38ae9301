#!/usr/bin/env perl
# The rooms of generator/: an include points to its own folder or to one below, in the order in which
# generator/README.md lists them. A library is included by its owner only, no folder is crowded, and
# no two modules need each other. Only words/ includes the words of messages.

use strict;
use warnings;

my (@rooms, %rank);
my $map = 'generator/README.md';
open(my $readme, '<', $map) or die "$map: $!\n";
while (<$readme>) {
	unshift @rooms, $1 if m{^\| `(\w+)/` \|};
}
%rank = map { $rooms[$_] => $_ } 0 .. $#rooms;

my %owners = (
	'utf8proc.h' => qr{^base/text\.c$},
	'yaml.h' => qr{^data/yaml\.c$},
	'git2.h' => qr{^(source/(source_tree|history|published)\.c|app/publish\.c)$},
	'libstemmer.h' => qr{^french/stemming\.c$},
	'microhttpd.h' => qr{^app/serve\.c$},
	# what a machine without processes lacks, WebAssembly for one: make wasm
	map({ $_ => qr{^base/pool_fork\.c$} } qw(signal.h sys/prctl.h sys/resource.h sys/time.h sys/wait.h)),
	map({ $_ => qr{^base/machine_posix\.c$} } qw(sys/file.h sys/ioctl.h sys/mman.h)),
);
# Rooms that may see less than what lies below them: the serialiser and settle read what was noted and
# ask nobody, and only the recipe asks the serialiser to write.
my %sees = (
	html => qr{^(?:html|settle|markup|data|french|words|base|course/(?:composed|site|page_kinds))\b},
	settle => qr{^(?:settle|markup|data|french|words|base|course/(?:composed|site|page_kinds))\b},
	compose => qr{^(?!html/)},
);
my %may_ask_html = ('compose/compose.c' => 1, 'compose/compose_internal.h' => 0);
# Modules that need each other, each with its reason.
my %pairs = map { $_ => 1 } ();
my ($limit, $crowd) = (800, 30); # lines of a file, files of a folder

my %includes; # module -> module -> 1

# A module may have several files, which begin with its name: markup/markdown_feed.c is markdown's.
my %is_module = map { m{^generator/(.*)\.[ch]$} ? ($1 => 1) : () } glob('generator/*/*.[ch]');
sub module_of
{
	my ($module) = $_[0] =~ m{^(.*)\.};
	my $shorter = $module;
	while ($shorter =~ s{_[^_/]*$}{}) {
		$module = $shorter if $is_module{$shorter};
	}
	return $module;
}

sub faults_of_include
{
	my ($path, $included) = @_;
	my ($room) = $path =~ m{^(\w+)/};
	my ($other) = $included =~ m{^(\w+)/};
	return "\"$included\" does not name its room" if !defined $other || !exists $rank{$other};
	return "includes $other/, which is above $room/" if $rank{$other} > $rank{$room};
	return "\"$included\" is for words/ alone: others know words/message_names.h"
		if $included =~ m{^words/messages} && $path !~ m{^words/(?:about\.c|diag\.c|sentence\.c|messages\.h)$};
	return "\"$included\" is not for this room (see %sees)"
		if $sees{$room} && $included !~ $sees{$room} && !$may_ask_html{$path};
	return;
}

sub faults_of
{
	my ($whole) = @_;
	my ($path) = $whole =~ m{^generator/(.*)};
	my $module = module_of($path);
	open(my $file, '<', $whole) or return "cannot be read";
	my @faults;
	while (<$file>) {
		if (m{^\s*#\s*include\s+"([^"]+)"}) {
			my $included = $1;
			push @faults, map { "line $.: $_" } faults_of_include($path, $included);
			$includes{$module}{module_of($included)} = 1;
		} elsif (m{^\s*#\s*include\s+<([^>]+)>}) {
			my $header = $1;
			my $owner = $owners{$header =~ s{^git2/.*}{git2.h}r};
			push @faults, "line $.: <$header> belongs to another module" if $owner && $path !~ $owner;
			push @faults, "line $.: base/ knows nothing about Markdown" if $header =~ /^cmark/ && $path =~ m{^base/};
		}
	}
	push @faults, "$. lines: over $limit" if $. > $limit;
	return @faults;
}

# The circles of modules: pairs that reach each other.
sub reaches
{
	my ($from, $to) = @_;
	my (%seen, @waiting) = ();
	@waiting = keys %{$includes{$from}};
	while (defined(my $at = shift @waiting)) {
		next if $seen{$at}++;
		return 1 if $at eq $to;
		push @waiting, keys %{$includes{$at} // {}};
	}
	return 0;
}

my @files = sort glob('generator/*/*.[ch]');
my @checks;
for my $path (@files) {
	push @checks, [$path, faults_of($path)];
}
for my $room (map { m{^generator/(\w+)/$} ? $1 : () } sort glob('generator/*/')) {
	next if $room eq 'install';
	my $n = grep { m{^generator/$room/} } @files;
	my @faults;
	push @faults, "is not in the map of $map" if !exists $rank{$room};
	push @faults, "$n files: over $crowd" if $n > $crowd;
	push @checks, ["$room/", @faults];
}
my @circles;
for my $one (sort keys %includes) {
	for my $other (sort keys %{$includes{$one}}) {
		next if $one ge $other || $pairs{"$one $other"};
		push @circles, "$one and $other include each other, by whatever way"
			if reaches($one, $other) && reaches($other, $one);
	}
}
push @circles, 'more than four pairs are allowed' if keys %pairs > 4;
push @checks, ['no circle of modules', @circles];

print '1..' . @checks . "\n";
my ($i, $failed) = (0, 0);
for my $check (@checks) {
	my ($name, @faults) = @$check;
	$i++;
	$failed ||= @faults > 0;
	print @faults ? 'not ' : '', "ok $i - $name\n";
	print STDERR "# $name: $_\n" for @faults;
}
exit($failed);
