# Makes words/message_names.h of the tables of messages: the names of their rows, in order, the row
# that explains the code of each, and none of their words. See words/messages.h.

BEGIN {
	n_messages = n_explained = 0
}

function code_of(line)
{
	return match(line, /"[a-z0-9-]+"/) ? substr(line, RSTART, RLENGTH) : ""
}

/^EXPLAIN\("/ {
	explained[code_of($0)] = n_explained++
}

match($0, /^(MESSAGE|SENTENCE)\([A-Z0-9_]+,/) {
	kind = substr($0, 1, index($0, "(") - 1)
	name = substr($0, length(kind) + 2, RLENGTH - length(kind) - 2)
	if (kind == "MESSAGE") {
		messages = messages "\tMSG_" name ",\n"
		names[n_messages] = name
		codes[n_messages++] = code_of($0)
	}
	else
		sentences = sentences "\tSAY_" name ",\n"
}

END {
	print "/* Made of words/messages_*.h by make. */"
	print "#ifndef WORDS_MESSAGE_NAMES_H"
	print "#define WORDS_MESSAGE_NAMES_H\n"
	printf "enum message {\n%s\tN_MESSAGES\n};\n\n", messages
	print "/* The row of EXPLAIN that a message has; -1: none. */"
	print "#define EXPLANATIONS_OF_MESSAGES \\"
	for (i = 0; i < n_messages; i++)
		printf "\t[MSG_%s] = %d, \\\n", names[i],
			codes[i] in explained ? explained[codes[i]] : -1
	print ""
	print "enum sentence {"
	print "\tSAY_NOTHING, /* no sentence, for rows of tables that have none */"
	printf "%s\tN_SENTENCES\n};\n\n#endif\n", sentences
}
