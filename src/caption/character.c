/* SPDX-License-Identifier: MIT */
#include "caption/character.h"

#define B CL_C_BLANK
#define C CL_C_CAPITAL
#define D CL_C_DIGIT
#define J CL_C_JOINT
#define S CL_C_SMALL
#define W CL_C_WIDE

/* clang-format off */
const uint8_t cl_character_kinds[256] = {
	B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
	B, B, B, B, B, B, B, B, B, B, B, B, B, B, B, B,
	B, 0, 0, 0, 0, 0, J, J, 0, 0, 0, 0, J, J, J, 0,
	D, D, D, D, D, D, D, D, D, D, 0, 0, 0, 0, 0, 0,
	J, C, C, C, C, C, C, C, C, C, C, C, C, C, C, C,
	C, C, C, C, C, C, C, C, C, C, C, 0, 0, 0, 0, J,
	J, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S,
	S, S, S, S, S, S, S, S, S, S, S, 0, 0, 0, 0, B,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
};
/* clang-format on */
bool cl_is_capital(uint32_t code)
{
	if (code < 0x80)
		return cl_is_upper((char)code);
	if (code < 0x100)
		return code >= 0xC0 && code <= 0xDE && code != 0xD7;
	if (code < 0x180) {
		bool odd = (code >= 0x139 && code <= 0x148) ||
			   (code >= 0x179 && code <= 0x17E);

		return code == 0x178 || (code & 1) == (odd ? 1u : 0u);
	}
	if (code >= 0x1E00 && code < 0x1F00)
		return (code & 1) == 0;
	return (code >= 0x391 && code <= 0x3A9) ||
	       (code >= 0x400 && code <= 0x42F) || code == 0x218 ||
	       code == 0x21A;
}

/* Letters of any script: everything outside ASCII that is neither punctuation
 * nor a sign nor a blank. */
bool cl_is_letter(uint32_t code)
{
	if (code < 0x80)
		return cl_is_alpha((char)code);
	if (code < 0xC0)
		return code == 0xAA || code == 0xBA || code == 0xB5;
	if (code == 0xD7 || code == 0xF7 || code == CL_REPLACEMENT)
		return false;
	return !(code >= 0x2000 && code < 0x2C00) &&
	       !(code >= 0x3000 && code < 0x3040) &&
	       !(code >= 0xE000 && code < 0xF900) &&
	       !(code >= 0xFE00 && code < 0xFE70) &&
	       !(code >= 0xFF00 && code < 0xFF21) && code < 0x1F000;
}

bool cl_is_blank(uint32_t code)
{
	return code <= ' ' || code == 0xA0 ||
	       (code >= 0x2000 && code <= 0x200B) || code == 0x2028 ||
	       code == 0x2029 || code == 0x202F || code == 0x3000 ||
	       code == 0xFEFF || code == 0x7F || code == 0x85;
}

bool cl_is_apostrophe(uint32_t code)
{
	return code == '\'' || code == 0x2019 || code == '`' || code == 0xB4;
}

/* What a sign stands for; see struct cl_token. */
char cl_stand_in(uint32_t code)
{
	switch (code) {
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212:
		return '-';
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0xAB:
	case 0xBB:
		return '"';
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x2039:
	case 0x203A:
	case '`':
	case 0xB4:
		return '\'';
	case 0xA9:
		return 'c';
	case 0x2026:
		return 'e';
	case 0x2022:
	case 0x00B7:
		return '|';
	case '{':
		return '[';
	case '}':
		return ']';
	default:
		return code < 0x80 ? (char)code : 'x';
	}
}

/* What joins the letters of one word when a letter follows. */
bool cl_joins(uint32_t code, uint32_t before, uint32_t after)
{
	if (cl_is_apostrophe(code) || code == '-' || code == 0x2010 ||
	    code == 0x2011)
		return true;
	if (code == '.')
		return !(before >= 'a' && before <= 'z' &&
			 cl_is_capital(after));
	if (code == ',')
		return before >= '0' && before <= '9' && after >= '0' &&
		       after <= '9';
	return code == '&' || code == '@' || code == '_';
}
