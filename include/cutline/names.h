/* SPDX-License-Identifier: MIT */
/**
 * @file
 * Names of agencies and of people: the one table of organisations that stand
 * in credits, and the comparing of names.
 *
 * All strings returned are constants, UTF-8, valid for ever. All functions may
 * be called by any thread.
 */
#ifndef CUTLINE_NAMES_H
#define CUTLINE_NAMES_H

#include <cutline/status.h>

/** What part an organisation, or a person, plays in a credit. */
enum cutline_role {
	CUTLINE_ROLE_CREATOR,     /**< who took the picture */
	CUTLINE_ROLE_PROVIDER,    /**< whose picture it is: agency, paper */
	CUTLINE_ROLE_COLLECTION,  /**< a part of a provider: Hulton Archive */
	CUTLINE_ROLE_DISTRIBUTOR, /**< after "via" */
	CUTLINE_ROLE_CLIENT,      /**< after "for" */
	CUTLINE_ROLE_COURTESY,    /**< lender or holder */
	CUTLINE_ROLE_RIGHTS,      /**< holder of the copyright */
	CUTLINE_ROLE_LICENCE,     /**< "CC BY-SA 4.0" */
	CUTLINE_ROLE_QUALIFIER,   /**< Handout, Pool, Stringer, File */
	CUTLINE_ROLE_REFERENCE,   /**< the agency's number */
};

/** A role's name in lower case, "provider"; NULL for what is no role. */
CUTLINE_API const char *cutline_role_name(enum cutline_role role);

/** An organisation known to stand in credits. */
struct cutline_agency {
	const char *name;   /**< as it is best printed: "Getty Images" */
	const char *kind;   /**< "agency", "collection", "newspaper", "museum",
			     * "military", "broadcaster", … */
	const char *parent; /**< name of what it belongs to, or "" */
};

/**
 * Find an organisation by a name it goes by.
 *
 * Case, accents, punctuation, a leading "the" and a trailing "Inc", "Ltd" or
 * "LLC" do not matter; aliases and usual misspellings are known.
 *
 * @param name  UTF-8, need not end in NUL
 * @param len   bytes in name, at most 200 are looked at
 * @param out   the organisation, set when the result is true
 *
 * @return whether it is known
 */
CUTLINE_API bool cutline_agency_find(const char *name, size_t len,
				     struct cutline_agency *out);

#endif
