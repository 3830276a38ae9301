# The program as WebAssembly, for `make wasm`: Debian's clang and its libraries for wasm32-wasi.
# cmark-gfm, libyaml, Snowball and utf8proc are compiled with it, from what wasm-sources.sh brought.

out     := $(BUILD)/wasm
cmark   := $(firstword $(wildcard $(out)/sources/cmark-gfm-*/))
yaml    := $(firstword $(wildcard $(out)/sources/libyaml-*/))
utf8    := $(firstword $(wildcard $(out)/sources/utf8proc-*/))
snow    := $(firstword $(wildcard $(out)/sources/snowball-*/))
include := $(out)/include

cmark_headers := $(shell pkg-config --variable=includedir libcmark-gfm)

WASM_CC     ?= clang
WASM_CFLAGS ?= -Oz

target = --target=wasm32-wasi
flags  = $(target) $(WASM_CFLAGS) -ffunction-sections -fdata-sections -MMD -MP
ours   = -std=c11 -D_GNU_SOURCE -Igenerator -I$(BUILD)/made -isystem $(include) -DUTF8PROC_STATIC \
         -DSOMMAIRE_VERSION='"$(VERSION)"' '-ffile-prefix-map=$(CURDIR)=.' \
         -Wall -Wextra -Wconversion -Wno-sign-conversion -Wvla $(if $(CI),-Werror)
theirs = -DNDEBUG -w -I$(include)

# The stack lies below all data, so that one that runs over is a trap and spoils nothing.
link   = $(target) $(WASM_CFLAGS) -Wl,--gc-sections,--strip-all,--stack-first -Wl,-z,stack-size=4194304

generator_objects := $(patsubst generator/%.c,$(out)/generator/%.o,$(WASM_SOURCES))
cmark_objects     := $(patsubst $(cmark)%.c,$(out)/cmark/%.o,$(filter-out $(cmark)src/main.c, \
                       $(wildcard $(cmark)src/*.c $(cmark)extensions/*.c)))
yaml_objects      := $(addprefix $(out)/yaml/,api.o reader.o scanner.o parser.o loader.o)
utf8_objects      := $(out)/utf8proc/utf8proc.o
snow_objects      := $(addprefix $(out)/snowball/,libstemmer/libstemmer.o runtime/api.o runtime/utilities.o \
                       src_c/stem_UTF_8_english.o src_c/stem_UTF_8_french.o)
objects           := $(generator_objects) $(cmark_objects) $(yaml_objects) $(utf8_objects) $(snow_objects)

$(BUILD)/sommaire.wasm: $(objects)
	@echo '  LD   $@'
	@$(WASM_CC) $(link) -o $@ $(objects)

$(generator_objects): $(out)/generator/%.o: generator/%.c
$(generator_objects): what = $(ours)

$(cmark_objects): $(out)/cmark/%.o: $(cmark)%.c
$(cmark_objects): what = $(theirs) -include stdbool.h -I$(cmark)src -I$(cmark)extensions

$(yaml_objects): $(out)/yaml/%.o: $(yaml)src/%.c
$(yaml_objects): what = $(theirs) -I$(yaml)include -DYAML_VERSION_MAJOR=0 -DYAML_VERSION_MINOR=2 \
                        -DYAML_VERSION_PATCH=5 -DYAML_VERSION_STRING='"0.2.5"'

$(utf8_objects): $(out)/utf8proc/%.o: $(utf8)%.c
$(utf8_objects): what = $(theirs) -DUTF8PROC_STATIC

$(snow_objects): $(out)/snowball/%.o: $(snow)%.c
$(snow_objects): what = $(theirs) -I$(snow)include

# The headers that a build of cmark-gfm makes come from its package: they are the same for all
# processors.
$(include)/ready: generator/install/wasm.mk
	@echo 'int main(void) { return 0; }' | $(WASM_CC) $(target) -x c - -o /dev/null || \
		{ echo 'wasm: clang cannot compile for wasm32-wasi here: run `make deps wasm`.' >&2; exit 1; }
	@mkdir -p $(include)
	@cp -R $(cmark_headers)/cmark-gfm $(cmark_headers)/cmark-gfm*.h $(include)
	@cp $(cmark_headers)/cmark-gfm/config.h $(yaml)include/yaml.h $(utf8)utf8proc.h \
		$(snow)include/libstemmer.h $(include)
	@touch $@

$(objects): generator/install/wasm.mk | $(include)/ready
	@mkdir -p $(@D)
	@echo '  WASM $@'
	@$(WASM_CC) $(flags) $(what) -c -o $@ $(firstword $(filter %.c,$^))

-include $(objects:.o=.d)
