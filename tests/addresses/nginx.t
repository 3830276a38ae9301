#!/usr/bin/env perl
# A real nginx reads redirections.nginx.conf: whatever an earlier address holds, it answers 301 at it
# and at nothing else, in capitals too. Needs nginx; the keys are those of tests/sites/redirections-hostiles.

use strict;
use warnings;
use Cwd qw(abs_path);
use File::Temp qw(tempdir);
use HTTP::Tiny;
use IO::Socket::INET;

my $build = abs_path($ENV{BUILD} // 'build');
my ($nginx) = grep { -x } qw(/usr/sbin/nginx /usr/bin/nginx /usr/local/bin/nginx /opt/homebrew/bin/nginx);
if (!$nginx) {
	print "1..0 # SKIP nginx is not here: run `make deps check`\n";
	exit 0;
}

my $root = tempdir('sommaire-nginx-XXXXXX', TMPDIR => 1, CLEANUP => 1);
my $case = "$root/cours"; # with the theme that it names
system("cp -R tests/sites/redirections-hostiles/input '$case' && mkdir '$case/themes' && cp -R tests/sites/theme '$case/themes/faits'") == 0
	or die "no course\n";
my $said = `'$build/sommaire' build '$case' -o '$root/www/sous' 2>&1`;
my $map = "$root/www/sous/redirections.nginx.conf";
open(my $file, '<', $map) or die "$said$map: $!\n";
my @lines = <$file>;
my ($sizes) = map { /^#\s+(map_hash_bucket_size.*)/ } @lines;

my $port = do {
	my $socket = IO::Socket::INET->new(Listen => 1, LocalAddr => '127.0.0.1', LocalPort => 0) or die "no port\n";
	$socket->sockport;
};
my $user = $> == 0 ? 'user root;' : '';
my $temporary = join(' ', map { qq(${_}_temp_path "$root";) } qw(client_body proxy fastcgi uwsgi scgi));
open(my $conf, '>', "$root/nginx.conf") or die "nginx.conf: $!\n";
print {$conf} <<"END";
daemon off; $user worker_processes 1; pid "$root/pid"; error_log "$root/error.log";
events { worker_connections 64; }
http {
	access_log off; $temporary
	$sizes
	include "$map";
	server {
		listen 127.0.0.1:$port; root "$root/www"; absolute_redirect off;
		if (\$moved_to) { return 301 \$moved_to\$is_args\$args\$moved_part; }
	}
}
END
close($conf);

my $child = fork() // die "fork: $!\n";
if (!$child) {
	open(STDERR, '>', "$root/stderr");
	exec($nginx, '-p', $root, '-e', "$root/error.log", '-c', "$root/nginx.conf") or exit 127;
}
END { local $?; kill('QUIT', $child) if $child; }

my $http = HTTP::Tiny->new(max_redirect => 0, timeout => 30, keep_alive => 0);
sub answer
{
	my ($path) = @_;
	for (1 .. 50) {
		my $r = $http->get("http://127.0.0.1:$port$path");
		return $r if $r->{status} != 599;
		last if waitpid($child, 1) > 0;
		select(undef, undef, undef, 0.1);
	}
	open(my $log, '<', "$root/error.log");
	print map { "# $_" } <$log>;
	return {status => 0, headers => {}};
}

my $n = 0;
sub ok
{
	my ($holds, $what) = @_;
	$n++;
	print $holds ? '' : 'not ', "ok $n - $what\n";
}

sub leads
{
	my ($path, $to) = @_;
	my $r = answer($path);
	ok($r->{status} == 301 && $r->{headers}{location} eq $to, "$path leads to $to");
}

my @paths = ('avec%20des%20espaces', 'guillemet%20%22%20et%20%27%20apostrophe', 'accolade%20%7B%20%24%7Buri%7D%20%24uri%20%7D',
	'point-virgule;%20%7D%20http%20%7B%20return%20444;%20%7D', ':joker/:splat', 'etoile/*', 'DOSSIER/Majuscules',
	'dossier/majuscules', '%C3%A9quipe', 'code%C3%A9/%20page', '%3Cscript%3Ealert(1)%3C/script%3E',
	'a' x 150 . '/' . 'b' x 158);
for my $path (@paths) {
	leads("/sous/$path", '/sous/page/');
	leads("/sous/$path/", '/sous/page/');
}
leads('/sous/ancien.html?a=1&b=2', '/sous/page/?a=1&b=2');
ok(answer('/sous/page/')->{status} == 200, 'a living page is shown');
ok(answer('/sous/absente/')->{status} == 404, 'what is not there is not');
ok(answer('/pirate')->{status} == 404, 'no key makes another one');
print "1..$n\n";
