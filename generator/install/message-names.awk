# Makes words/message_names.h of the tables of messages: the names of their rows, in order, and none
# of their words. See words/messages.h.

match($0, /^(MESSAGE|SENTENCE)\([A-Z0-9_]+,/) {
	kind = substr($0, 1, index($0, "(") - 1)
	name = substr($0, length(kind) + 2, RLENGTH - length(kind) - 2)
	if (kind == "MESSAGE")
		messages = messages "\tMSG_" name ",\n"
	else
		sentences = sentences "\tSAY_" name ",\n"
}

END {
	print "/* Made of words/messages_*.h by make. */"
	print "#ifndef WORDS_MESSAGE_NAMES_H"
	print "#define WORDS_MESSAGE_NAMES_H\n"
	printf "enum message {\n%s\tN_MESSAGES\n};\n\n", messages
	print "enum sentence {"
	print "\tSAY_NOTHING, /* no sentence, for rows of tables that have none */"
	printf "%s\tN_SENTENCES\n};\n\n#endif\n", sentences
}
