#!/usr/bin/env perl
# The quizzes of the course cannot be won without reading: players who follow a habit play the built
# pages, as a reader without JavaScript sees them. `tests/course/quiz.t DIR` plays another course.
#
# A question is won when what the player ticks is right and nothing is missing: one choice, so that a
# question with several right answers is never won. Habits are a position, a length (the longest, the
# shortest, one between, all but these) and positions that come round again. On each quiz and over all
# of them a player may win 35 % of the questions, or what chance would give, rounded up, where a quiz is
# so short that this is more. Fewer than four questions say nothing by themselves, as `sommaire check`
# has it.
# Each sheet and case of the course has a question.

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

# Numbers of the choices from the longest to the shortest; of two as long the first comes first.
sub by_length
{
	my (@choices) = @_;
	return sort { $choices[$b]{length} <=> $choices[$a]{length} || $a <=> $b } 0 .. $#choices;
}

# All orders of so many of the first four positions.
sub orders
{
	my ($n, @chosen) = @_;
	return [@chosen] if @chosen == $n;
	return map { my $i = $_; grep({ $_ == $i } @chosen) ? () : orders($n, @chosen, $i) } 0 .. 3;
}

# Positions that come round again: two, three or all four of them in some order, and there and back.
my @cycles = ((map { orders($_) } 2 .. 4), [0, 1, 2, 3, 2, 1], [3, 2, 1, 0, 1, 2]);

sub cycle_player
{
	my ($cycle) = @_;
	my $name = 'the cycle ' . join('-', map { $_ + 1 } @$cycle);
	return [$name, sub { my ($nth, @choices) = @_; $cycle->[$nth % @$cycle] }];
}

# Each player says the numbers of the choices among which they tick one by chance; none: they pass.
# They are told which question of its quiz it is.
my @players = (
	(map { my $i = $_; ['always number ' . ($i + 1), sub { $i }] } 0 .. 3),
	['always the last', sub { $#_ - 1 }],
	['always the longest', sub { (by_length(@_[1 .. $#_]))[0] }],
	['always the second longest', sub { (by_length(@_[1 .. $#_]))[1] }],
	['always the second shortest', sub { (by_length(@_[1 .. $#_]))[-2] }],
	['always the shortest', sub { (by_length(@_[1 .. $#_]))[-1] }],
	['never the longest', sub { my (undef, @rest) = by_length(@_[1 .. $#_]); @rest }],
	['never the shortest', sub { my @order = by_length(@_[1 .. $#_]); @order[0 .. $#order - 1] }],
	['never the longest nor the shortest', sub { my @order = by_length(@_[1 .. $#_]); @order[1 .. $#order - 1] }],
	(map { cycle_player($_) } @cycles),
);

# What a player can expect of a question: a part of one where they hesitate.
sub expected
{
	my ($tick, $nth, $question) = @_;
	return 0 if 1 != grep { $_->{right} } @$question;
	my @ticked = grep { defined && $_ <= $#$question } $tick->($nth, @$question);
	my $right = grep { $question->[$_]{right} } @ticked;
	return @ticked ? $right / @ticked : 0;
}

sub won
{
	my ($tick, @questions) = @_;
	return sum0(map { expected($tick, $_, $questions[$_]) } 0 .. $#questions);
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

# An explanation leads to each sheet and case: otherwise no question is about it.
my $written = join('', map { slurp($_) } @files);
for my $page (sort grep { slurp($_) =~ /^type: *(?:fiche|etude-de-cas) *$/m } glob("$course/content/{fiches,etudes-de-cas}/*.md")) {
	my $name = substr($page, length("$course/content/"));
	ok(scalar($written =~ m{\(\.\./\Q$name\E[#)]}), "a question leads to $name");
}

# A set is a name and its quizzes, each of which a cycle begins anew.
my @long = grep { @{$quizzes{$_}} >= 4 } sort keys %quizzes;
for my $set ((map { [$_, $quizzes{$_}] } @long), ['all quizzes', map { $quizzes{$_} } sort keys %quizzes]) {
	my ($name, @played) = @$set;
	my $n = map { @$_ } @played;
	my $most = most_allowed(map { @$_ } @played);
	for my $player (@players) {
		my ($habit, $tick) = @$player;
		my $won = sum0(map { won($tick, @$_) } @played);
		ok($won <= $most + 1e-9, sprintf('%s: %s wins %.3g of %d, %d at most', $name, $habit, $won, $n, $most));
	}
}
print "1..$run\n";
exit($failed ? 1 : 0);
