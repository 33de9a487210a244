/* SPDX-License-Identifier: MIT */
/*
 * The names are folded and sorted. Sources: the languages' dictionaries; the
 * English abbreviations are those of the AP Stylebook and the three-letter
 * ones of clocks. Foreign abbreviations that are English words or titles
 * ("gen", "set", "out", "mag", "ago") are left out on purpose.
 */
#include "date/month.h"

#include "base/fold.h"

/* The longest name has 13 bytes. */
#define FOLDED_MAX 32

struct word {
	struct cl_str name;
	int value;
};

static const struct word months[] = {
	{ CL_STR_INIT("abr"), 4 },        { CL_STR_INIT("abril"), 4 },
	{ CL_STR_INIT("agosto"), 8 },     { CL_STR_INIT("agustos"), 8 },
	{ CL_STR_INIT("agustus"), 8 },    { CL_STR_INIT("aout"), 8 },
	{ CL_STR_INIT("apr"), 4 },        { CL_STR_INIT("april"), 4 },
	{ CL_STR_INIT("aprile"), 4 },     { CL_STR_INIT("aprilie"), 4 },
	{ CL_STR_INIT("aralik"), 12 },    { CL_STR_INIT("aug"), 8 },
	{ CL_STR_INIT("august"), 8 },     { CL_STR_INIT("augusti"), 8 },
	{ CL_STR_INIT("augustus"), 8 },   { CL_STR_INIT("avr"), 4 },
	{ CL_STR_INIT("avril"), 4 },      { CL_STR_INIT("brezna"), 3 },
	{ CL_STR_INIT("cervence"), 7 },   { CL_STR_INIT("cervna"), 6 },
	{ CL_STR_INIT("czerwca"), 6 },    { CL_STR_INIT("dec"), 12 },
	{ CL_STR_INIT("december"), 12 },  { CL_STR_INIT("decembre"), 12 },
	{ CL_STR_INIT("decembrie"), 12 }, { CL_STR_INIT("desember"), 12 },
	{ CL_STR_INIT("dez"), 12 },       { CL_STR_INIT("dezember"), 12 },
	{ CL_STR_INIT("dezembro"), 12 },  { CL_STR_INIT("dic"), 12 },
	{ CL_STR_INIT("dicembre"), 12 },  { CL_STR_INIT("diciembre"), 12 },
	{ CL_STR_INIT("dubna"), 4 },      { CL_STR_INIT("ene"), 1 },
	{ CL_STR_INIT("enero"), 1 },      { CL_STR_INIT("eylul"), 9 },
	{ CL_STR_INIT("feb"), 2 },        { CL_STR_INIT("febbraio"), 2 },
	{ CL_STR_INIT("feber"), 2 },      { CL_STR_INIT("febrero"), 2 },
	{ CL_STR_INIT("februar"), 2 },    { CL_STR_INIT("februari"), 2 },
	{ CL_STR_INIT("februarie"), 2 },  { CL_STR_INIT("february"), 2 },
	{ CL_STR_INIT("fev"), 2 },        { CL_STR_INIT("fevereiro"), 2 },
	{ CL_STR_INIT("fevr"), 2 },       { CL_STR_INIT("fevrier"), 2 },
	{ CL_STR_INIT("gennaio"), 1 },    { CL_STR_INIT("giu"), 6 },
	{ CL_STR_INIT("giugno"), 6 },     { CL_STR_INIT("grudnia"), 12 },
	{ CL_STR_INIT("haziran"), 6 },    { CL_STR_INIT("ianuarie"), 1 },
	{ CL_STR_INIT("iulie"), 7 },      { CL_STR_INIT("iunie"), 6 },
	{ CL_STR_INIT("jan"), 1 },        { CL_STR_INIT("janeiro"), 1 },
	{ CL_STR_INIT("janner"), 1 },     { CL_STR_INIT("januar"), 1 },
	{ CL_STR_INIT("januari"), 1 },    { CL_STR_INIT("january"), 1 },
	{ CL_STR_INIT("janv"), 1 },       { CL_STR_INIT("janvier"), 1 },
	{ CL_STR_INIT("juil"), 7 },       { CL_STR_INIT("juillet"), 7 },
	{ CL_STR_INIT("juin"), 6 },       { CL_STR_INIT("jul"), 7 },
	{ CL_STR_INIT("julho"), 7 },      { CL_STR_INIT("juli"), 7 },
	{ CL_STR_INIT("julio"), 7 },      { CL_STR_INIT("july"), 7 },
	{ CL_STR_INIT("jun"), 6 },        { CL_STR_INIT("june"), 6 },
	{ CL_STR_INIT("junho"), 6 },      { CL_STR_INIT("juni"), 6 },
	{ CL_STR_INIT("junio"), 6 },      { CL_STR_INIT("kasim"), 11 },
	{ CL_STR_INIT("kvetna"), 5 },     { CL_STR_INIT("kwietnia"), 4 },
	{ CL_STR_INIT("ledna"), 1 },      { CL_STR_INIT("lipca"), 7 },
	{ CL_STR_INIT("listopada"), 11 }, { CL_STR_INIT("lug"), 7 },
	{ CL_STR_INIT("luglio"), 7 },     { CL_STR_INIT("lutego"), 2 },
	{ CL_STR_INIT("maart"), 3 },      { CL_STR_INIT("maerz"), 3 },
	{ CL_STR_INIT("maggio"), 5 },     { CL_STR_INIT("mai"), 5 },
	{ CL_STR_INIT("maio"), 5 },       { CL_STR_INIT("maja"), 5 },
	{ CL_STR_INIT("mar"), 3 },        { CL_STR_INIT("marca"), 3 },
	{ CL_STR_INIT("march"), 3 },      { CL_STR_INIT("marco"), 3 },
	{ CL_STR_INIT("maret"), 3 },      { CL_STR_INIT("mars"), 3 },
	{ CL_STR_INIT("martie"), 3 },     { CL_STR_INIT("marz"), 3 },
	{ CL_STR_INIT("marzo"), 3 },      { CL_STR_INIT("may"), 5 },
	{ CL_STR_INIT("mayis"), 5 },      { CL_STR_INIT("mayo"), 5 },
	{ CL_STR_INIT("mei"), 5 },        { CL_STR_INIT("mrt"), 3 },
	{ CL_STR_INIT("mrz"), 3 },        { CL_STR_INIT("nisan"), 4 },
	{ CL_STR_INIT("noiembrie"), 11 }, { CL_STR_INIT("nov"), 11 },
	{ CL_STR_INIT("november"), 11 },  { CL_STR_INIT("novembre"), 11 },
	{ CL_STR_INIT("novembro"), 11 },  { CL_STR_INIT("noviembre"), 11 },
	{ CL_STR_INIT("ocak"), 1 },       { CL_STR_INIT("oct"), 10 },
	{ CL_STR_INIT("october"), 10 },   { CL_STR_INIT("octobre"), 10 },
	{ CL_STR_INIT("octombrie"), 10 }, { CL_STR_INIT("octubre"), 10 },
	{ CL_STR_INIT("okt"), 10 },       { CL_STR_INIT("oktober"), 10 },
	{ CL_STR_INIT("ott"), 10 },       { CL_STR_INIT("ottobre"), 10 },
	{ CL_STR_INIT("outubro"), 10 },   { CL_STR_INIT("pazdziernika"), 10 },
	{ CL_STR_INIT("prosince"), 12 },  { CL_STR_INIT("rijna"), 10 },
	{ CL_STR_INIT("sep"), 9 },        { CL_STR_INIT("sept"), 9 },
	{ CL_STR_INIT("september"), 9 },  { CL_STR_INIT("septembre"), 9 },
	{ CL_STR_INIT("septembrie"), 9 }, { CL_STR_INIT("septiembre"), 9 },
	{ CL_STR_INIT("setembro"), 9 },   { CL_STR_INIT("setiembre"), 9 },
	{ CL_STR_INIT("settembre"), 9 },  { CL_STR_INIT("sierpnia"), 8 },
	{ CL_STR_INIT("srpna"), 8 },      { CL_STR_INIT("stycznia"), 1 },
	{ CL_STR_INIT("subat"), 2 },      { CL_STR_INIT("temmuz"), 7 },
	{ CL_STR_INIT("unora"), 2 },      { CL_STR_INIT("wrzesnia"), 9 },
};

static const struct word weekdays[] = {
	{ CL_STR_INIT("dienstag"), 1 },     { CL_STR_INIT("dimanche"), 6 },
	{ CL_STR_INIT("dinsdag"), 1 },      { CL_STR_INIT("domenica"), 6 },
	{ CL_STR_INIT("domingo"), 6 },      { CL_STR_INIT("donderdag"), 3 },
	{ CL_STR_INIT("donnerstag"), 3 },   { CL_STR_INIT("fredag"), 4 },
	{ CL_STR_INIT("freitag"), 4 },      { CL_STR_INIT("fri"), 4 },
	{ CL_STR_INIT("friday"), 4 },       { CL_STR_INIT("giovedi"), 3 },
	{ CL_STR_INIT("jeudi"), 3 },        { CL_STR_INIT("jueves"), 3 },
	{ CL_STR_INIT("jumat"), 4 },        { CL_STR_INIT("kamis"), 3 },
	{ CL_STR_INIT("lordag"), 5 },       { CL_STR_INIT("lundi"), 0 },
	{ CL_STR_INIT("lunedi"), 0 },       { CL_STR_INIT("lunes"), 0 },
	{ CL_STR_INIT("maandag"), 0 },      { CL_STR_INIT("mandag"), 0 },
	{ CL_STR_INIT("mardi"), 1 },        { CL_STR_INIT("martedi"), 1 },
	{ CL_STR_INIT("martes"), 1 },       { CL_STR_INIT("mercoledi"), 2 },
	{ CL_STR_INIT("mercredi"), 2 },     { CL_STR_INIT("miercoles"), 2 },
	{ CL_STR_INIT("mittwoch"), 2 },     { CL_STR_INIT("mon"), 0 },
	{ CL_STR_INIT("monday"), 0 },       { CL_STR_INIT("montag"), 0 },
	{ CL_STR_INIT("onsdag"), 2 },       { CL_STR_INIT("quarta feira"), 2 },
	{ CL_STR_INIT("quinta feira"), 3 }, { CL_STR_INIT("rabu"), 2 },
	{ CL_STR_INIT("sabado"), 5 },       { CL_STR_INIT("sabato"), 5 },
	{ CL_STR_INIT("sabtu"), 5 },        { CL_STR_INIT("samedi"), 5 },
	{ CL_STR_INIT("samstag"), 5 },      { CL_STR_INIT("sat"), 5 },
	{ CL_STR_INIT("saturday"), 5 },     { CL_STR_INIT("segunda feira"), 0 },
	{ CL_STR_INIT("selasa"), 1 },       { CL_STR_INIT("senin"), 0 },
	{ CL_STR_INIT("sexta feira"), 4 },  { CL_STR_INIT("sondag"), 6 },
	{ CL_STR_INIT("sonnabend"), 5 },    { CL_STR_INIT("sonntag"), 6 },
	{ CL_STR_INIT("sun"), 6 },          { CL_STR_INIT("sunday"), 6 },
	{ CL_STR_INIT("terca feira"), 1 },  { CL_STR_INIT("thu"), 3 },
	{ CL_STR_INIT("thur"), 3 },         { CL_STR_INIT("thurs"), 3 },
	{ CL_STR_INIT("thursday"), 3 },     { CL_STR_INIT("tirsdag"), 1 },
	{ CL_STR_INIT("tisdag"), 1 },       { CL_STR_INIT("torsdag"), 3 },
	{ CL_STR_INIT("tue"), 1 },          { CL_STR_INIT("tues"), 1 },
	{ CL_STR_INIT("tuesday"), 1 },      { CL_STR_INIT("vendredi"), 4 },
	{ CL_STR_INIT("venerdi"), 4 },      { CL_STR_INIT("viernes"), 4 },
	{ CL_STR_INIT("vrijdag"), 4 },      { CL_STR_INIT("wed"), 2 },
	{ CL_STR_INIT("wednesday"), 2 },    { CL_STR_INIT("weds"), 2 },
	{ CL_STR_INIT("woensdag"), 2 },     { CL_STR_INIT("zaterdag"), 5 },
	{ CL_STR_INIT("zondag"), 6 },
};

static bool find(const struct word *words, size_t count, struct cl_str word,
		 int *value)
{
	char memory[FOLDED_MAX];
	struct cl_str folded = { memory, 0 };
	size_t low = 0;
	size_t high = count;

	/* A longer one is no name, and folding costs time by its length. */
	if (word.len > 4 * sizeof(memory))
		return false;
	folded.len = cl_fold_to(memory, sizeof(memory), word);
	if (folded.len > sizeof(memory))
		return false;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = cl_str_cmp(words[mid].name, folded);

		if (order == 0) {
			*value = words[mid].value;
			return true;
		}
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return false;
}

bool cl_month_find(struct cl_str word, int *month)
{
	return find(months, sizeof(months) / sizeof(months[0]), word, month);
}

bool cl_weekday_find(struct cl_str word, int *weekday)
{
	return find(weekdays, sizeof(weekdays) / sizeof(weekdays[0]), word,
		    weekday);
}
