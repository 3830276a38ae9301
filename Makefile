# sommaire: the program, the site that it makes of content/, and their tests.
# `make help` lists what can be asked.

VERSION = 0.1.0
BUILD  ?= build
PREFIX ?= /usr/local
CFLAGS ?= -O2 -g

bindir = $(DESTDIR)$(PREFIX)/bin
sharedir = $(DESTDIR)$(PREFIX)/share
datadir = $(DESTDIR)$(PREFIX)/share/sommaire

PACKAGES = libcmark-gfm yaml-0.1 libgit2 libutf8proc

sources  := $(sort $(wildcard generator/*/*.c))
headers  := $(sort $(wildcard generator/*/*.h))

# The tables of what people read, and the names of their rows, which is all that code outside of words/
# knows of them: another word compiles two files.
tables   := $(sort $(wildcard generator/words/messages_*.h))
made     := $(BUILD)/made
names    := $(made)/words/message_names.h

# What only a machine with processes and git has, and what is in its place where there are none.
processes := $(addprefix generator/,base/file_posix.c base/machine_posix.c base/pool_fork.c source/source_tree.c \
               source/apart.c source/published.c source/history.c source/history_tracks.c)
none      := $(addprefix generator/,base/file_plain.c base/machine_plain.c base/pool_none.c source/source_none.c \
               source/history_none.c source/published_none.c)

objects  := $(patsubst generator/%.c,$(BUILD)/obj/%.o,$(filter-out $(none),$(sources)))
library  := $(BUILD)/sommaire.a
program  := $(BUILD)/sommaire
main     := $(BUILD)/obj/app/main.o

# Manual pages and completions of shells: what the program's tables say, by a program of its own, which is
# not installed. Below $(BUILD)/share/ they stand as below $(PREFIX)/share/.
manual    := $(BUILD)/manual
manual_c  := $(sort $(wildcard generator/install/manual/*.c))
templates := generator/install/manual/sommaire
pages     := man/man1/sommaire.1 man/man5/sommaire.5 man/fr/man1/sommaire.1 man/fr/man5/sommaire.5
completions := bash-completion/completions/sommaire zsh/site-functions/_sommaire fish/vendor_completions.d/sommaire.fish
shared    := $(addprefix $(BUILD)/share/,$(pages) $(completions))

# tests/unit/text.c makes build/tests/text, a test. Other programs are what test scripts run:
# tests/spec/main.c makes build/tests/spec, tests/faults/*.c are preloaded. A script is tests/*/run
# or tests/*/*.t. All tests speak TAP, and run from this folder.
units         := $(sort $(wildcard tests/unit/*.c))
helpers       := $(sort $(wildcard tests/history/*.c))
mains         := $(sort $(wildcard tests/*/main.c))
preloads      := $(sort $(wildcard tests/faults/*.c))
unit_tests    := $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(units))
test_programs := $(unit_tests) $(patsubst %.c,$(BUILD)/tests/%,$(notdir $(helpers))) \
                 $(patsubst tests/%/main.c,$(BUILD)/tests/%,$(mains)) \
                 $(patsubst tests/faults/%.c,$(BUILD)/tests/%.so,$(preloads))
# The longest script first: others run beside it.
scripts       := tests/sites/run $(filter-out tests/sites/run,$(sort $(wildcard tests/*/run tests/*/*.t)))
slow_scripts  := $(filter tests/browser/% tests/install/% tests/history/% tests/faults/% \
                   tests/corpora/%,$(scripts))
fuzzers       := $(patsubst tests/fuzz/%.c,$(BUILD)/%,$(sort $(wildcard tests/fuzz/*.c)))

# What is asked together with `deps` waits for it, and tells it what to install.
deps_first := $(filter deps,$(MAKECMDGOALS))
deps_for   := $(or $(strip $(if $(filter site all install,$(MAKECMDGOALS)),build) \
                $(if $(filter check check-quick check-layers faults accept bench bench-search look emoji,$(MAKECMDGOALS)),build check) \
                $(if $(filter check-corpora,$(MAKECMDGOALS)),build check corpora) \
                $(if $(filter wasm,$(MAKECMDGOALS)),build wasm) \
                $(if $(filter check-long,$(MAKECMDGOALS)),build check develop wasm) \
                $(if $(filter lint format sanitize fuzz,$(MAKECMDGOALS)),build check develop)),build check)

FUZZ_SECONDS ?= 60
FUZZ_CC      ?= clang
PROVE        ?= prove -j2

export BUILD VERSION

all: $(program) $(shared)

help:
	@echo 'make               compiles build/sommaire'
	@echo 'make deps          installs what is missing on this machine; `make deps site` only what site needs'
	@echo 'make site          builds content/ into build/site/'
	@echo 'make check         runs all tests, in ten minutes; check-quick: in one, without browser, installation and history'
	@echo 'make check-corpora CORPORA=FOLDER   builds real GitBook repositories: is anything lost, is all valid'
	@echo 'make wasm          compiles build/sommaire.wasm, for WASI: neither processes nor git'
	@echo 'make check-long    runs what takes longer: every fault, fuzzing, that WebAssembly gives the same bytes (CORPORA=FOLDER)'
	@echo 'make faults        every call that the machine can refuse is refused once, and from then on; a table of what came of it'
	@echo 'make check-layers  looks for includes that point upwards, and libraries used by the wrong module'
	@echo 'make accept        rewrites what the tests of tests/sites/ expect: read the diff'
	@echo 'make sanitize      runs the quick tests under AddressSanitizer and UBSan'
	@echo 'make fuzz          runs each fuzzer for FUZZ_SECONDS (60)'
	@echo 'make bench         measures against the floor program: 1,000 and 10,000 pages, without and with faults'
	@echo 'make bench-search   asks graded queries of this course of our search, and of MiniSearch and Pagefind beside it'
	@echo 'make look          takes pictures of every type of page into build/look/'
	@echo 'make emoji         rewrites themes/emoji.tsv from the npm package gemoji'
	@echo 'make messages      rewrites content/ecrire/messages.md from what the program says of its messages'
	@echo 'make format lint   lays the code out; looks for banned functions and likely mistakes'
	@echo 'make install uninstall   obey DESTDIR and PREFIX ($(PREFIX))'
	@echo 'make dist clean    an archive of the last commit; removes build/'

# --- compiling ---------------------------------------------------------------------------------

warnings = -Wall -Wextra -Wconversion -Wvla $(if $(CI),-Werror)
cflags   = -std=c11 -D_GNU_SOURCE -Igenerator -I$(made) -DSOMMAIRE_VERSION=\\\"$(VERSION)\\\" \
           '-ffile-prefix-map=$(CURDIR)=.' $(warnings) $(CFLAGS) $(SANITIZE)

# Written when it changes, so that what was compiled with other flags is compiled again.
# pkg-config is asked here and not before: `make deps site` may be installing it.
define write_if_changed
@mkdir -p $(@D)
@cmp -s $@.new $@ 2>/dev/null && rm $@.new || mv $@.new $@
endef

need_packages = pkg-config --exists --print-errors $(PACKAGES) || \
	{ echo 'Libraries are missing: run `make deps`.' >&2; exit 1; }

$(BUILD)/cflags: FORCE | $(deps_first)
	@mkdir -p $(@D)
	@$(need_packages)
	@echo "$(CC) $(cflags) $$(pkg-config --cflags $(PACKAGES))" >$@.new
	$(write_if_changed)

$(BUILD)/ldflags: FORCE | $(deps_first)
	@mkdir -p $(@D)
	@$(need_packages)
	@echo "$(LDFLAGS) $$(pkg-config --libs-only-L libcmark-gfm) -lcmark-gfm-extensions -lstemmer" \
		"$$(pkg-config --libs $(PACKAGES)) -lm" >$@.new
	$(write_if_changed)

$(names): FORCE
	@mkdir -p $(@D)
	@awk -f generator/install/message-names.awk $(tables) >$@.new
	$(write_if_changed)

$(BUILD)/objects: FORCE
	@mkdir -p $(@D)
	@echo '$(objects)' >$@.new
	$(write_if_changed)

compile = eval "$$(cat $(BUILD)/cflags)" -MMD -MP
link    = $$(cat $(BUILD)/ldflags)

$(BUILD)/obj/%.o: generator/%.c $(BUILD)/cflags | $(names)
	@mkdir -p $(@D)
	@echo '  CC   $<'
	@$(compile) -c -o $@ $<

$(library): $(filter-out $(main),$(objects)) $(BUILD)/objects
	@rm -f $@
	@ar rcsD $@ $(filter-out $(main),$(objects))

$(program): $(main) $(library) $(BUILD)/ldflags
	@echo '  LD   $@'
	@$(compile) -o $@ $(main) $(library) $(link)

$(BUILD)/obj/install/manual/%.o: generator/install/manual/%.c $(BUILD)/cflags | $(names)
	@mkdir -p $(@D)
	@echo '  CC   $<'
	@$(compile) -c -o $@ $<

$(manual): $(patsubst generator/%.c,$(BUILD)/obj/%.o,$(manual_c)) $(library) $(BUILD)/ldflags
	@echo '  LD   $@'
	@$(compile) -o $@ $(filter %.o,$^) $(library) $(link)

# Each is written as a whole or not at all.
define share
@mkdir -p $(@D)
@$(manual) $(1) >$@.new && mv $@.new $@
endef

$(BUILD)/share/man/man1/sommaire.1: $(templates).1.en $(manual)
	$(call share,en <$<)
$(BUILD)/share/man/man5/sommaire.5: $(templates).5.en $(manual)
	$(call share,en <$<)
$(BUILD)/share/man/fr/man1/sommaire.1: $(templates).1.fr $(manual)
	$(call share,fr <$<)
$(BUILD)/share/man/fr/man5/sommaire.5: $(templates).5.fr $(manual)
	$(call share,fr <$<)
$(BUILD)/share/bash-completion/%: $(manual)
	$(call share,bash)
$(BUILD)/share/zsh/%: $(manual)
	$(call share,zsh)
$(BUILD)/share/fish/%: $(manual)
	$(call share,fish)

define test_program
$(BUILD)/tests/$(1): $(2) $(library) $(BUILD)/ldflags
	@mkdir -p $$(@D)
	@echo '  CC   $(2)'
	@$$(compile) -MF $$@.d -o $$@ $(2) $(library) $$(link)
endef
$(foreach c,$(units) $(helpers),$(eval $(call test_program,$(basename $(notdir $(c))),$(c))))
$(foreach c,$(mains),$(eval $(call test_program,$(patsubst tests/%/main.c,%,$(c)),$(c))))

$(BUILD)/tests/floor: tests/bench/floor.c $(BUILD)/cflags $(BUILD)/ldflags
	@mkdir -p $(@D)
	@echo "  CC   $<"
	@$(compile) -MF $@.d -o $@ $< $(link)

# The same program for wasm32-wasi, which knows neither processes nor git. Not a part of `all`: its
# libraries are compiled, too, and their sources are Debian's.
wasm: $(names) | $(deps_first)
	@sh generator/install/wasm-sources.sh $(BUILD)/wasm/sources
	@$(MAKE) --no-print-directory -f generator/install/wasm.mk \
		WASM_SOURCES='$(filter-out $(processes),$(sources))' $(BUILD)/sommaire.wasm

$(BUILD)/tests/%.so: tests/faults/%.c $(BUILD)/cflags
	@mkdir -p $(@D)
	@echo '  CC   $<'
	@$(compile) -MF $@.d -shared -fPIC -o $@ $< -ldl

-include $(objects:.o=.d) $(patsubst generator/%.c,$(BUILD)/obj/%.d,$(manual_c)) $(test_programs:=.d) $(BUILD)/tests/floor.d $(fuzzers:=.d)

# --- what people ask for -----------------------------------------------------------------------

deps:
	@sh generator/install/deps.sh $(sort $(deps_for))

site: $(program)
	$(program) build . -o $(BUILD)/site

check: $(program) $(shared) $(test_programs) $(BUILD)/npm/installed
	@$(PROVE) --exec '' $(scripts) $(unit_tests)

check-quick: $(program) $(shared) $(test_programs)
	@$(PROVE) --exec '' $(filter-out $(slow_scripts),$(scripts)) $(unit_tests)

# Not a part of `check`: repositories of others are not kept here.
check-corpora: $(program) $(BUILD)/tests/corpora $(BUILD)/npm/installed $(BUILD)/npm-corpora/installed
	@CORPORA='$(CORPORA)' $(PROVE) --verbose --exec node tests/corpora/all.mjs

# Not a part of `check` either, which has ten minutes: every fault and every kill, fuzzing, WebAssembly.
# Each is run, whatever became of those before.
check-long: $(program) $(test_programs) $(BUILD)/npm/installed wasm
	@status=0; \
	FAULTS=all $(PROVE) --exec '' tests/faults/kills.t || status=1; \
	FAULTS=all $(PROVE) --verbose --exec '' tests/faults/nth.t || status=1; \
	CORPORA='$(CORPORA)' $(PROVE) --exec node tests/wasm/all.mjs || status=1; \
	$(PROVE) --exec node tests/browser/vectors.mjs || status=1; \
	$(MAKE) --no-print-directory fuzz || status=1; \
	exit $$status

# Every nth call that can fail: `check` tries every seventh. `make faults FAULTS_OF="rename"` is one call.
faults: $(program) $(test_programs)
	@FAULTS=all tests/faults/nth.t $(FAULTS_OF)

check-layers:
	@$(PROVE) --exec '' tests/source/layers.t

accept: $(program)
	tests/sites/run --accept

# The page's own front matter stays; tests/course/writing.t holds that nobody forgot.
messages: $(program)
	@awk '{ print } /^---$$/ && ++n == 2 { print ""; exit }' content/ecrire/messages.md >$(BUILD)/messages.md
	@$(program) explain --format markdown --lang fr >>$(BUILD)/messages.md
	@mv $(BUILD)/messages.md content/ecrire/messages.md

sanitize:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/sanitize CFLAGS='-O1 -g' \
		SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer' \
		check-quick

fuzz:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/fuzz CC=$(FUZZ_CC) CFLAGS='-O1 -g' \
		SANITIZE='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all' run-fuzzers

run-fuzzers: $(fuzzers)
	@tests/fuzz/all $(FUZZ_SECONDS) $^

$(fuzzers): $(BUILD)/%: tests/fuzz/%.c $(library) $(BUILD)/ldflags
	@echo '  CC   $<'
	@$(compile) -MF $@.d -fsanitize=fuzzer -o $@ $< $(library) $(link)

bench: $(program) $(BUILD)/tests/floor
	@tests/bench/measure

# Relevance beside other searches, on the same pages.
bench-search: site $(BUILD)/npm-search/installed
	@node tests/search/peers.mjs $(BUILD)/site tests/search/*.tsv

look: $(program) site $(BUILD)/npm/installed
	node tests/browser/look.mjs

format:
	clang-format -i $(sources) $(headers) $(wildcard generator/install/*/*.[ch] tests/*.h tests/*/*.[ch])

# What cppcheck is told not to say: NULL ends our variadic calls, and it is a pointer wherever there
# is a fork; version 2.10 cannot parse a compound literal behind "?".
lint: $(names)
	@$(PROVE) --exec '' tests/source/*.t
	cppcheck --quiet --error-exitcode=1 --std=c11 --enable=warning,performance,portability \
		--inline-suppr --suppress=missingIncludeSystem --suppress=varFuncNullUB \
		--suppress=internalAstError -Igenerator -I$(made) generator
	clang-format --dry-run --Werror $(sources) $(headers) \
		$(wildcard generator/install/*/*.[ch] tests/*.h tests/*/*.[ch])

# Who has no home to write to, or an npm cache that another account or version left, gets a cache here.
npm_ci = npm ci --ignore-scripts --no-audit --no-fund || \
         npm ci --ignore-scripts --no-audit --no-fund --cache "$$PWD/cache"

# The tests' JavaScript tools, at the versions of tests/browser/package-lock.json.
$(BUILD)/npm/installed: tests/browser/package.json tests/browser/package-lock.json | $(deps_first)
	@mkdir -p $(@D)
	@cp $^ $(@D)
	cd $(@D) && $(npm_ci)
	@touch $@

# Names of emoji, at the version of that file; tests/install/emoji.t holds that nobody forgot.
emoji: $(BUILD)/npm/installed
	node generator/install/emoji.mjs $(BUILD)/npm/node_modules/gemoji >$(BUILD)/emoji.tsv
	mv $(BUILD)/emoji.tsv themes/emoji.tsv

# What only check-corpora needs, at the versions of tests/corpora/package-lock.json.
$(BUILD)/npm-corpora/installed: tests/corpora/package.json tests/corpora/package-lock.json | $(deps_first)
	@mkdir -p $(@D)
	@cp $^ $(@D)
	cd $(@D) && $(npm_ci)
	@touch $@

# What only bench-search compares with, at the versions of tests/search/package-lock.json.
$(BUILD)/npm-search/installed: tests/search/package.json tests/search/package-lock.json | $(deps_first)
	@mkdir -p $(@D)
	@cp $^ $(@D)
	cd $(@D) && $(npm_ci)
	@touch $@

# `installed` lists the files of themes and of init, those of an earlier version too: what uninstall takes away.
install: all
	install -d $(bindir) $(datadir) $(addprefix $(sharedir)/,$(dir $(pages) $(completions)))
	install -m 755 $(program) $(bindir)/sommaire
	for f in $(pages) $(completions); do install -m 644 $(BUILD)/share/$$f $(sharedir)/$$f || exit; done
	cp -R themes generator/install/init $(datadir)/
	@{ cat $(datadir)/installed 2>/dev/null; find themes -type f; cd generator/install && find init -type f; } | sort -u >$(datadir)/installed.new
	@mv $(datadir)/installed.new $(datadir)/installed

uninstall:
	rm -f $(bindir)/sommaire $(addprefix $(sharedir)/,$(pages) $(completions))
	sh generator/install/uninstall.sh $(datadir)

dist:
	@mkdir -p $(BUILD)
	git archive --prefix=sommaire-$(VERSION)/ HEAD | gzip -n9 >$(BUILD)/sommaire-$(VERSION).tar.gz

clean:
	rm -rf $(BUILD)

FORCE:
.PHONY: all help deps site wasm check check-quick check-corpora check-long faults check-layers accept messages sanitize \
        fuzz run-fuzzers bench bench-search look emoji format lint install uninstall dist clean FORCE
.DELETE_ON_ERROR:
