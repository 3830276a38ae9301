#!/bin/sh
# Takes out of a folder what `make install` put there, and the folders that are empty then: uninstall.sh FOLDER.
# Themes that somebody added stay, and so does what a symbolic link leads to.
set -u
IFS='
'
cd "$1" 2>/dev/null || exit 0
here=$PWD
if [ ! -f installed ]; then
	echo "$here: no list of what was installed, nothing is removed" >&2
	exit 0
fi

# Names folders of a path, deepest first.
folders_of()
{
	folder=$1
	while [ "$folder" != "${folder%/*}" ]; do
		folder=${folder%/*}
		echo "$folder"
	done
}

is_behind_link()
{
	for folder in $(folders_of "$1"); do
		test ! -L "$folder" || return 0
	done
	return 1
}

grep -E '^(themes|init)/' installed | grep -v '\.\./' | while IFS= read -r file; do
	is_behind_link "$file" || rm -f "$file"
done
grep -E '^(themes|init)/' installed | grep -v '\.\./' | while IFS= read -r file; do
	folders_of "$file"
done | sort -ru | while IFS= read -r folder; do
	test -L "$folder" || rmdir "$folder" 2>/dev/null
done
rm -f installed
cd .. && rmdir "$here" 2>/dev/null
exit 0
