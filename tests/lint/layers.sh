#!/bin/sh
# SPDX-License-Identifier: MIT
# usage: layers.sh [ROOT]
# Reads the layers of src/README.md off the #include lines: a module includes
# its own headers and those of lower layers, a foreign library comes in by one
# module only, and of the system only what C11 and POSIX name.
. "$(dirname "$0")/lib.sh"

includes=$(c_files include src | xargs grep -nE '^[ 	]*#[ 	]*include')

findings=$(printf '%s\n' "$includes" | awk '
function layers(level, names,   list, n, i) {
	n = split(names, list, " ")
	for (i = 1; i <= n; i++)
		layer[list[i]] = level
}

function door(module, headers,   list, n, i) {
	n = split(headers, list, " ")
	for (i = 1; i <= n; i++)
		doors[list[i]] = module
}

function allow(headers,   list, n, i) {
	n = split(headers, list, " ")
	for (i = 1; i <= n; i++)
		standard[list[i]] = 1
}

# cutline/status.h and the like describe what base defines.
function public_module(name) {
	if (name ~ /^(status|version|field)$/)
		return "base"
	return name == "cutline" ? "import" : name
}

function owner(path,   part) {
	split(path, part, "/")
	if (part[1] == "src")
		return part[2]
	sub(/\.h:.*/, "", part[3])
	return part[3] == "cutline" ? "cli" : public_module(part[3])
}

function finding(what) {
	print where ": " what
}

function check_module(from, to) {
	if (!(to in layer))
		finding("no module of ours: " header)
	else if (from != to && layer[to] >= layer[from])
		finding(from " must not include " header)
}

function check_system(from,   folder) {
	folder = header
	sub(/\/.*/, "/", folder)
	if (header in doors || folder in doors) {
		want = header in doors ? doors[header] : doors[folder]
		if (index(" " want " ", " " from " ") == 0)
			finding(header " comes in by " want " only")
	} else if (!(header in standard)) {
		finding("neither C11 nor POSIX 2008: " header)
	}
}

BEGIN {
	layers(0, "base")
	layers(1, "date place names")
	layers(2, "caption image")
	layers(3, "photo document")
	layers(4, "catalog credits")
	layers(5, "match import")
	layers(6, "check")
	layers(7, "web")
	layers(8, "cli")

	door("base", "utf8proc.h xxhash.h")
	door("image", "libexif/ jpeglib.h jerror.h turbojpeg.h expat.h zlib.h")
	door("document", "libxml/ jansson.h")
	door("catalog", "sqlite3.h sys/vfs.h")
	door("credits", "xlsxwriter.h")
	door("web", "microhttpd.h sys/socket.h sys/un.h netinet/")
	door("web", "netdb.h arpa/")
	door("cli", "getopt.h sys/ioctl.h termios.h")
	door("import", "linux/ sys/prctl.h sys/syscall.h")

	allow("assert.h errno.h float.h inttypes.h iso646.h limits.h math.h")
	allow("setjmp.h stdalign.h stdarg.h stdbool.h stddef.h stdint.h")
	allow("stdio.h stdlib.h string.h time.h wchar.h")
	allow("dirent.h fcntl.h fnmatch.h poll.h pthread.h signal.h")
	allow("strings.h unistd.h sys/mman.h sys/resource.h sys/stat.h")
	allow("sys/statvfs.h sys/time.h sys/types.h sys/uio.h sys/wait.h")
}

{
	match($0, /^[^:]*:[0-9]*:/)
	where = substr($0, 1, RLENGTH - 1)
	rest = substr($0, RLENGTH + 1)
	sub(/^[ \t]*#[ \t]*include[ \t]*/, "", rest)
	angled = substr(rest, 1, 1) == "<"
	header = rest
	sub(/^["<]/, "", header)
	sub(/[">].*/, "", header)
	from = owner(where)
	if (!(from in layer)) {
		finding("a folder that is no module")
	} else if (header ~ /^cutline\//) {
		to = header
		sub(/^cutline\//, "", to)
		sub(/\.h$/, "", to)
		check_module(from, public_module(to))
	} else if (angled) {
		check_system(from)
	} else if (header !~ /\// || header ~ /\.\./) {
		finding("say the module: " header)
	} else {
		to = header
		sub(/\/.*/, "", to)
		check_module(from, to)
	}
}')

check 'includes keep the layers' "$findings"
[ -n "$includes" ] || check 'there are includes to read' 'none found'
finish
