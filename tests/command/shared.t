#!/usr/bin/env bash
# What stands beside the program: manual pages that no groff complains of, completions that a shell takes.
# What a machine lacks is not tried.
set -u
share=${BUILD:-build}/share
tmp=$(mktemp -d "${TMPDIR:-/tmp}/sommaire-shared-XXXXXX")
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C.UTF-8
n=0
failed=0

ok()
{
	n=$((n + 1))
	if [ "$1" = "$2" ]; then
		echo "ok $n - $3"
	else
		failed=1
		echo "not ok $n - $3"
		printf '# got: %s\n# wanted: %s\n' "$1" "$2" >&2
	fi
}

skip()
{
	n=$((n + 1))
	echo "ok $n - $1 # skip: $2 is not here"
}

for page in man1/sommaire.1 man5/sommaire.5 fr/man1/sommaire.1 fr/man5/sommaire.5; do
	if command -v groff >/dev/null; then
		ok "$(groff -K utf8 -man -ww -Tutf8 "$share/man/$page" 2>&1 >"$tmp/page")" '' "groff takes $page"
		ok "$(grep -c '^@\|^…$' "$share/man/$page")" 0 "$page has each of its tables, and a sentence for each row"
	else
		skip "groff takes $page" groff
	fi
done

# --- bash -------------------------------------------------------------------------------------

file=$PWD/$share/bash-completion/completions/sommaire
mkdir -p "$tmp/cours/content" "$tmp/cours/mon cours" && cd "$tmp/cours" || exit 1
: >known.txt
git init -q . && git -c user.name=Ada -c user.email=ada@example.org commit -q --allow-empty -m x && git tag v1.0
. "$file"
ok "$(complete -p sommaire)" 'complete -F _sommaire sommaire' 'bash knows how to complete sommaire'

# The words of a line as bash parts them, the last one to be completed; what it offers.
offers()
{
	COMP_WORDS=("$@")
	COMP_CWORD=$(($# - 1))
	COMPREPLY=()
	_sommaire 2>/dev/null
	printf '%s\n' "${COMPREPLY[@]}" | sort | tr '\n' ' ' | sed 's/^ *//; s/ *$//'
}

ok "$(offers sommaire '')" 'build check explain facts help init new version' 'commands'
ok "$(offers sommaire bu)" build 'a command'
ok "$(offers sommaire --l)" --lang 'an option before the command'
ok "$(offers sommaire --lang '')" 'en fr' 'its values'
ok "$(offers sommaire --jobs '')" '' 'behind another one no command'
ok "$(offers sommaire --lang en ch)" check 'the command behind an option and its value'
ok "$(offers sommaire build --s)" '--site-language --stats --strict' 'the options of a command'
ok "$(offers sommaire check --s)" '--shrink-baseline --site-language --strict' 'and of another'
ok "$(offers sommaire check --format '')" 'github json markdown sarif text' 'the words of an option'
ok "$(offers sommaire check --format = m)" markdown 'behind a sign'
ok "$(offers sommaire check --format =)" 'github json markdown sarif text' 'at it'
ok "$(offers sommaire explain --format '')" 'markdown text' 'those of another command'
ok "$(offers sommaire check --lang '')" 'en fr' 'an option of all commands'
ok "$(offers sommaire check --ref v)" v1.0 'a revision'
ok "$(offers sommaire check --baseline k)" known.txt 'a file'
ok "$(offers sommaire build -o c)" content 'a folder'
ok "$(offers sommaire build --output = c)" content 'behind a sign'
ok "$(offers sommaire check --jobs '')" '' 'no number'
ok "$(offers sommaire check m)" 'mon cours' 'a folder with a blank'
ok "$(offers sommaire check k)" '' 'no file for a folder'
ok "$(offers sommaire check -- --s)" '' 'no option behind --'
ok "$(offers sommaire check --quiet c)" content 'a folder behind an option'
ok "$(offers sommaire explain lien-m)" lien-mort 'a code'
ok "$(offers sommaire explain lien-mort '')" '' 'one code'
ok "$(offers sommaire help ex)" explain 'a command to be helped with'
ok "$(offers sommaire new f)" fiche 'a type'
ok "$(offers sommaire new fiche '')" '' 'no title'
ok "$(offers sommaire new fiche Titre c)" content 'a folder behind it'
ok "$(offers sommaire version '')" '' 'nothing'
ok "$(offers sommaire biuld '')" '' 'nothing for what is no command'

# --- others -----------------------------------------------------------------------------------

cd "${file%/share/*}" || exit 1
for shell in zsh fish; do
	if command -v $shell >/dev/null; then
		ok "$($shell -n share/$shell/*/*sommaire* 2>&1)" '' "$shell reads its completions"
	else
		skip "$shell reads its completions" $shell
	fi
done
echo "1..$n"
exit $failed
