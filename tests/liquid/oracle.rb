#!/usr/bin/env ruby
# frozen_string_literal: true

# Asks Debian's ruby-liquid what each case of the given files renders to, and
# compares: oracle.rb build/tests/liquid FILE.json… prints TAP.
#
# Cases of our own mode ("escaping") and invalid ones are not asked about. A
# case with "differs" says why we differ on purpose; it must differ then.

ENV["TZ"] = "UTC"

require "json"
require "liquid"
require "open3"

Partials = Struct.new(:sources) do
  def read_template_file(name)
    sources.fetch(name) { raise Liquid::FileSystemError, "no partial #{name}" }
  end
end

def ask_ruby(test)
  Liquid::Template.file_system = Partials.new(test["templates"] || {})
  template = Liquid::Template.parse(test["template"], error_mode: :strict)
  template.render!(test["data"] || {})
rescue StandardError => e
  e
end

def ask_ours(program, file)
  out, status = Open3.capture2(program, "--print", file)
  abort "#{program} --print #{file} failed" unless status.success?
  out.lines.map { |line| JSON.parse(line) }
end

def report(number, name, passes, lines)
  puts "#{passes ? "" : "not "}ok #{number} - #{name}"
  puts(lines.map { |line| "#   #{line}" }) unless passes
end

program, *files = ARGV
number = 0
failed = 0
files.each do |file|
  tests = JSON.parse(File.read(file, encoding: "utf-8"))["tests"]
  tests.zip(ask_ours(program, file)) do |test, ours|
    next if test["invalid"] || ours["is_strict"]

    number += 1
    theirs = ask_ruby(test)
    passes = (theirs.is_a?(String) && theirs.b == ours["rendered"].b) != test.key?("differs")
    failed += 1 unless passes
    name = test["differs"] ? "#{test["name"]} (differs: #{test["differs"]})" : test["name"]
    report(number, name, passes, [test["template"], "ours:   #{ours["rendered"].inspect}", "theirs: #{theirs.inspect}"])
  end
end
puts "1..#{number}"
exit(failed.zero? ? 0 : 1)
