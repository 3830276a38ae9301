#!/usr/bin/env perl
# The layers of generator/: an include points to its own layer or to one below, and a library is
# included by its owner only. Within render/, what is decided and what is written stay apart: the
# serialiser and settle read notes and ask nobody, and only the recipe asks the serialiser to write.

use strict;
use warnings;

my @layers = qw(base format model render app);
my %rank = map { $layers[$_] => $_ } 0 .. $#layers;
my %owners = (
	'utf8proc.h' => qr{^base/text\.c$},
	'yaml.h' => qr{^format/yaml\.c$},
	'git2.h' => qr{^(model/(source_tree|history)\.c|app/publish\.c)$},
	'libstemmer.h' => qr{^render/search\.c$},
	'microhttpd.h' => qr{^app/serve\.c$},
	# what a machine without processes lacks, WebAssembly for one: make wasm
	map({ $_ => qr{^base/pool_fork\.c$} } qw(signal.h sys/prctl.h sys/resource.h sys/time.h sys/wait.h)),
	map({ $_ => qr{^base/machine_posix\.c$} } qw(sys/file.h sys/mman.h)),
);
# Of render/: which file may include what of it, the first row that names the file decides.
my @closed = (
	[qr{^(?:html\w*\.[ch])$}, qr{^(?:html\w*|notes|composed)\.h$}],
	[qr{^(?:settle|notes)\.[ch]$}, qr{^(?:settle|notes)\.h$}],
	[qr{^compose\.c$}, qr{}],
	[qr{}, qr{^(?!html\w*\.h)}],
);
my $limit = 800; # lines of a file

sub is_closed
{
	my ($name, $included) = @_;
	for my $row (@closed) {
		return $included !~ $row->[1] if $name =~ $row->[0];
	}
}

sub faults_of
{
	my ($path) = @_;
	my ($layer, $name) = $path =~ m{^generator/(\w+)/(.*)};
	open(my $file, '<', $path) or return "cannot be read";
	my @faults;
	while (<$file>) {
		if (m{^\s*#\s*include\s+"(?:(\w+)/)?([^"]+)"}) {
			my $other = $1 // '';
			push @faults, "line $.: \"$2\" does not name its layer" if !exists $rank{$other};
			push @faults, "line $.: \"$2\" is not for this file (see \@closed)"
				if "$layer/$other" eq 'render/render' && is_closed($name, $2);
			push @faults, "line $.: $layer/ includes $other/, which is above it"
				if exists $rank{$other} && $rank{$other} > $rank{$layer};
		} elsif (m{^\s*#\s*include\s+<([^>]+)>}) {
			my $header = $1;
			my $owner = $owners{$header =~ s{^git2/.*}{git2.h}r};
			push @faults, "line $.: <$header> belongs to another module" if $owner && "$layer/$name" !~ $owner;
			push @faults, "line $.: base/ knows nothing about Markdown" if $header =~ /^cmark/ && $layer eq 'base';
		}
	}
	push @faults, "$. lines: over $limit" if $. > $limit;
	return @faults;
}

my @files = sort glob('generator/*/*.[ch]');
print '1..' . @files . "\n";
my ($i, $failed) = (0, 0);
for my $path (@files) {
	my @faults = faults_of($path);
	$i++;
	$failed ||= @faults > 0;
	print @faults ? 'not ' : '', "ok $i - $path\n";
	print STDERR "# $path: $_\n" for @faults;
}
exit($failed);
