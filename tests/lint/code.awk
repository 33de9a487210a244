# SPDX-License-Identifier: MIT
# C as FILE:LINE:CODE, without comments and the insides of strings and
# character constants. A comment that opens with two slashes leaves them.
FNR == 1 {
	in_comment = 0
}

{
	rest = $0
	code = ""
	while (rest != "") {
		if (in_comment) {
			end = index(rest, "*/")
			if (!end)
				break
			rest = substr(rest, end + 2)
			in_comment = 0
			continue
		}
		if (!match(rest, /"|'|\/\*|\/\//)) {
			code = code rest
			break
		}
		opening = substr(rest, RSTART, RLENGTH)
		code = code substr(rest, 1, RSTART - 1)
		rest = substr(rest, RSTART + RLENGTH)
		if (opening == "/*") {
			in_comment = 1
			continue
		}
		code = code opening
		if (opening == "//")
			break
		if (opening == "\"")
			closed = match(rest, /^([^"\\]|\\.)*"/)
		else
			closed = match(rest, /^([^'\\]|\\.)*'/)
		code = code opening
		rest = closed ? substr(rest, RLENGTH + 1) : ""
	}
	print FILENAME ":" FNR ":" code
}
