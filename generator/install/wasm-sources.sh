#!/bin/sh
# Brings the sources of the libraries that `make wasm` compiles: wasm-sources.sh FOLDER
#
# They are Debian's source packages, from the mirror that this machine is set up with. Its own
# list of sources is left alone: apt gets a copy that asks for sources, and all that it keeps lies
# in FOLDER. Nothing is asked when FOLDER has all of them.

set -eu
packages='cmark-gfm libyaml snowball utf8proc'
mkdir -p "$1"
cd "$1"
here=$(pwd)

give_up()
{
	echo "wasm: the sources of $packages cannot be had here: $1." >&2
	exit 1
}

is_complete()
{
	for package in $packages; do
		ls -d "$package"-*/ >/dev/null 2>&1 || return 1
	done
}

# The lists from which the machine takes its own packages, with deb-src in place of deb.
copy_lists()
{
	rm -rf lists.d
	mkdir -p lists.d
	apt-get indextargets --format '$(ORIGIN) $(SOURCESENTRY)' 'Created-By: Packages' |
		sed -n 's/^\(Debian\|Ubuntu\|Raspbian\) \(.*\):[0-9]*$/\2/p' | sort -u |
		while read -r list; do
			sed -e 's/^Types:.*/Types: deb-src/' -e '/^[[:space:]]*deb-src[[:space:]]/d' \
				-e 's/^[[:space:]]*deb[[:space:]]/deb-src /' "$list" >"lists.d/${list##*/}"
		done
	[ -n "$(ls lists.d)" ]
}

apt()
{
	apt-get -q -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$here/lists.d" \
		-o Dir::State::Lists="$here/lists" -o Dir::Cache="$here/cache" \
		-o APT::Sandbox::User="$(id -un)" "$@"
}

# Snowball's own compiler makes its stemmers: those of the languages that courses are written in.
make_stemmers()
(
	cd snowball-*/
	[ -f libstemmer/libstemmer.c ] && exit 0
	mkdir -p src_c
	${CC:-cc} -O1 -w -Iinclude -o snowball compiler/*.c
	for language in english french; do
		./snowball algorithms/$language.sbl -o src_c/stem_UTF_8_$language -eprefix ${language}_UTF_8_ -r ../runtime -u
	done
	grep -E '^(english|french) ' libstemmer/modules.txt >modules.txt
	perl libstemmer/mkmodules.pl libstemmer/modules_utf8.h src_c modules.txt mkinc.mak utf8
	sed 's/@MODULES_H@/modules_utf8.h/' libstemmer/libstemmer_c.in >libstemmer/libstemmer.c
)

if is_complete; then
	make_stemmers
	exit 0
fi
command -v apt-get >/dev/null || give_up 'this machine has no apt-get'
command -v dpkg-source >/dev/null || give_up 'dpkg-source is missing, run `make deps wasm`'
copy_lists || give_up 'apt knows no list of Debian packages, run `apt-get update`'
mkdir -p lists/partial cache/archives/partial
apt update || give_up 'the mirror does not answer'
# Word splitting is meant: the names are ours.
apt source --only-source $packages || give_up 'the mirror does not have them'
is_complete || give_up 'they did not come whole'
rm -rf lists cache
make_stemmers
