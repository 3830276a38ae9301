#!/bin/sh
# Installs what is missing on this machine: deps.sh [build] [check] [corpora] [develop] [wasm]
#
# build: what compiles the program. check: what its tests need besides. corpora: what
# `make check-corpora` needs besides. develop: what `make lint`, `make sanitize` and
# `make fuzz` need besides. wasm: what `make wasm` needs besides. Says what it runs, asks
# nothing, and does nothing when all is there. What is looked for is the tool or the
# library itself, so that one who installed it otherwise is left alone.

set -eu
PATH=$PATH:/usr/sbin:/sbin

missing=
apt=
brew=

have()
{
	command -v "$1" >/dev/null 2>&1
}

# need WHAT APT BREW TEST...: notes the packages when the test fails.
need()
{
	what=$1 apt_names=$2 brew_names=$3
	shift 3
	"$@" >/dev/null 2>&1 && return
	missing="$missing
  $what"
	apt="$apt $apt_names"
	brew="$brew $brew_names"
}

library()
{
	have pkg-config && pkg-config --exists "$1"
}

header()
{
	echo "#include <$1>" | cc -E -
}

a_browser()
{
	have chromium || have chromium-browser || have google-chrome || [ -n "${CHROMIUM:-}" ]
}

some_fonts()
{
	[ "$(uname)" = Darwin ] || fc-list | grep -qiE 'liberation|dejavu'
}

wasm_library()
{
	echo 'int main(void) { return 0; }' | clang --target=wasm32-wasi -x c - -o /dev/null
}

node_18()
{
	have npm && node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'
}

for purpose in "${@:-build}"; do
	case $purpose in
	build)
		need 'a C compiler' 'gcc libc6-dev' gcc header stdlib.h
		need 'make' make make have make
		need 'pkg-config' pkg-config pkgconf have pkg-config
		need 'cmark-gfm' libcmark-gfm-dev cmark-gfm library libcmark-gfm
		need 'cmark-gfm, its extensions' libcmark-gfm-extensions-dev cmark-gfm header cmark-gfm-core-extensions.h
		need 'libyaml' libyaml-dev libyaml library yaml-0.1
		need 'libgit2' libgit2-dev libgit2 library libgit2
		need 'utf8proc' libutf8proc-dev utf8proc library libutf8proc
		need 'libstemmer, of Snowball' libstemmer-dev snowball header libstemmer.h
		;;
	check)
		need 'git' git git have git
		need 'perl, with prove' perl perl have prove
		need 'gzip' gzip gzip have gzip
		need 'xmllint' libxml2-utils libxml2 have xmllint
		need 'node 18 or newer, with npm' 'nodejs npm' node node_18
		need 'chromium' chromium chromium a_browser
		need 'fonts for it' fonts-liberation '' some_fonts
		need 'nginx' nginx-light nginx have nginx
		need 'ruby, with its gem liquid' 'ruby ruby-liquid' ruby ruby -rliquid -e 0
		;;
	corpora)
		need 'java 11 or newer' default-jre-headless openjdk java -version
		;;
	develop)
		need 'clang, with libFuzzer' 'clang libclang-rt-dev' llvm have clang
		need 'clang-format' clang-format clang-format have clang-format
		need 'cppcheck' cppcheck cppcheck have cppcheck
		;;
	wasm)
		need 'clang' clang llvm have clang
		# Debian names the library after clang's version; 14 is that of Debian 12.
		version=$(clang -dumpversion 2>/dev/null | cut -d. -f1)
		need 'its linker and libraries for wasm32-wasi' "lld wasi-libc libclang-rt-${version:-14}-dev-wasm32" 'lld wasi-libc wasi-runtimes' wasm_library
		need 'dpkg-source' dpkg-dev '' have dpkg-source
		;;
	*)
		echo "deps.sh: unknown purpose: $purpose (build, check, corpora, develop or wasm)" >&2
		exit 2
		;;
	esac
done

if [ -z "$missing" ]; then
	echo "deps: nothing is missing."
	exit 0
fi
echo "deps: missing:$missing"

run()
{
	echo "+ $*"
	"$@" </dev/null
}

as_root()
{
	if [ "$(id -u)" = 0 ]; then
		run env DEBIAN_FRONTEND=noninteractive "$@"
	elif have sudo && [ -t 2 ]; then
		run sudo env DEBIAN_FRONTEND=noninteractive "$@"
	elif have sudo; then
		run sudo -n env DEBIAN_FRONTEND=noninteractive "$@"
	else
		echo "deps: neither root nor sudo; ask somebody who is to run:" >&2
		echo "  $*" >&2
		exit 1
	fi
}

# Word splitting is meant: the names are ours.
if have apt-get; then
	as_root apt-get -o DPkg::Lock::Timeout=600 -q update
	as_root apt-get -o DPkg::Lock::Timeout=600 -q install -y --no-install-recommends $apt
elif have brew; then
	run brew install $(printf '%s\n' $brew | sort -u)
	case $missing in
	*liquid*) run gem install --user-install liquid ;;
	esac
else
	echo "deps: neither apt-get nor brew is here; install the above with your system's packages." >&2
	echo "deps: Debian calls them:$apt" >&2
	exit 1
fi
