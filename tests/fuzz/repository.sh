#!/bin/sh
# What repository.c damages: tests/fuzz/repository.sh FOLDER loose|packed
# A small course with a past: two branches that meet, a link, a drawing, a file that is copied. Objects
# are stored as they are, so that a patch reaches what they say.
set -e
theme=$PWD/tests/sites/theme
cd "$1"
export GIT_AUTHOR_DATE='1700000000 +0100' GIT_COMMITTER_DATE='1700000000 +0100' GIT_CONFIG_NOSYSTEM=1 HOME=/nowhere
g() { git -c user.name=A -c user.email=a@b -c core.looseCompression=0 "$@" >/dev/null; }
g init -q -b main .
mkdir a themes
cp -R "$theme" themes/cours
printf 'title: T\nauthors: true\n' >site.yml
printf '# Accueil\n\n[a](a/b.md) [p](a/p.pdf) ![i](a/i.svg)\n' >README.md
printf '# B\n' >a/b.md
printf 'PDF' >a/p.pdf
printf '<svg xmlns="http://www.w3.org/2000/svg" width="1"/>' >a/i.svg
ln -s b.md a/c.md
g add -A
g commit -qm 1
g checkout -q -b side
printf 'x\n' >>a/b.md
g commit -qam 2
g checkout -q main
printf 'y\n' >>README.md
g commit -qam 3
g merge -q -m 4 side
if [ "$2" = packed ]; then
	g repack -adq
	g pack-refs --all
fi
rm -rf .git/hooks .git/logs .git/index
