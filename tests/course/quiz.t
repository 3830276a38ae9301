#!/usr/bin/env perl
# The quizzes of the course cannot be won without reading: players who follow a habit play the built
# pages, as a reader without JavaScript sees them. `tests/course/quiz.t DIR` plays another course.
#
# A question is won when what the player ticks is right and nothing is missing: one choice, so that a
# question with several right answers is never won. On each quiz and over all of them a player may win
# 35 % of the questions, or what chance would give, rounded up, where a quiz is so short that this is more.
# Fewer than four questions say nothing by themselves, as `sommaire check` has it.

use strict;
use warnings;
use File::Find qw(find);
use File::Temp qw(tempdir);
use List::Util qw(max sum0);

my $course = shift @ARGV // '.';
my $program = ($ENV{BUILD} // 'build') . '/sommaire';
my $allowed = 0.35;

# What a choice shows, without its tags.
sub visible
{
	my ($html) = @_;
	$html =~ s/<[^>]*>//g;
	$html =~ s/&(amp|lt|gt|quot);/{amp => '&', lt => '<', gt => '>', quot => '"'}->{$1}/ge;
	return $html =~ s/\s+/ /gr;
}

# The questions of a page: for each, its choices as {length, right}.
sub questions_of
{
	my ($html) = @_;
	my @questions;
	for my $section ($html =~ m{<section class="question".*?\n</section>}gs) {
		my ($list) = $section =~ m{<ul class="choices">\n(.*?)</ul>\n<details}s;
		my @texts = map { visible($_) } $list =~ m{<li><span>(.*?)</span></li>\n}gs;
		my ($answers) = $section =~ m{<ul class="answers">\n(.*)}s;
		my @classes = $answers =~ m{^<li class="(right|wrong)"><p><b>}gm;
		die "cannot read a question: " . substr($section, 0, 200) . "\n" if !@texts || @texts != @classes;
		push @questions, [map { {length => length($texts[$_]), right => $classes[$_] eq 'right'} } 0 .. $#texts];
	}
	return @questions;
}

sub extreme
{
	my ($sign, @choices) = @_;
	my $best = 0;
	for my $i (1 .. $#choices) {
		$best = $i if $sign * $choices[$i]{length} > $sign * $choices[$best]{length};
	}
	return $best;
}

# Each player says the number of the choice that they tick; undef: there is none.
my @players = (
	(map { my $i = $_; ["always number " . ($i + 1), sub { $i <= $#_ ? $i : undef }] } 0 .. 3),
	['always the last', sub { $#_ }],
	['always the longest', sub { extreme(1, @_) }],
	['always the shortest', sub { extreme(-1, @_) }],
);

sub wins
{
	my ($tick, $question) = @_;
	my $i = $tick->(@$question);
	return defined $i && $question->[$i]{right} && 1 == grep { $_->{right} } @$question;
}

sub most_allowed
{
	my (@questions) = @_;
	my $by_chance = sum0(map { 1 / @$_ } @questions);
	my $rounded = int($by_chance) + ($by_chance > int($by_chance) + 1e-9);
	return max(int($allowed * @questions), $rounded);
}

sub slurp
{
	my ($path) = @_;
	open(my $file, '<:encoding(UTF-8)', $path) or die "$path: $!\n";
	local $/;
	return scalar(<$file>) // '';
}

my $out = tempdir('sommaire-quiz-XXXXXX', TMPDIR => 1, CLEANUP => 1) . '/site';
system($program, 'build', $course, '-o', $out, '--quiet') >> 8 < 2 or die "$program does not build $course\n";
my %quizzes;
find({no_chdir => 1, wanted => sub {
	return if !/\.html$/ || m{/en-une-page/}; # there the answers stand at the end
	my $html = slurp($_);
	$quizzes{substr($_, length($out) + 1)} = [questions_of($html)] if $html =~ /<div class="quiz">/;
}}, $out);

my ($run, $failed) = (0, 0);
sub ok
{
	my ($holds, $name) = @_;
	$run++;
	$failed += !$holds;
	print $holds ? '' : 'not ', "ok $run - $name\n";
}

my @files = grep { slurp($_) =~ /^type: *quiz *$/m } glob("$course/content/quiz/*.md");
ok(@files > 0 && keys %quizzes >= @files, keys(%quizzes) . " quizzes are played, " . @files . " were written");
my @all = map { @{$quizzes{$_}} } sort keys %quizzes;
for my $set ((map { [$_, @{$quizzes{$_}}] } grep { @{$quizzes{$_}} >= 4 } sort keys %quizzes), ['all quizzes', @all]) {
	my ($name, @questions) = @$set;
	my $most = most_allowed(@questions);
	for my $player (@players) {
		my ($habit, $tick) = @$player;
		my $won = grep { wins($tick, $_) } @questions;
		ok($won <= $most, "$name: $habit wins $won of " . @questions . ", $most at most");
	}
}
print "1..$run\n";
exit($failed ? 1 : 0);
