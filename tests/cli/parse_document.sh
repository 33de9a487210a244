cat >article.txt <<'END'
 date 2024-03-10 The cup went to the coast last night.

Leeds Albion had hoped for a first title in years, and the town with them.

LEEDS, ENGLAND - MARCH 09: Owen Haldane (left) and Kofi Brandsma during the
Northern Cup final at Elm Road on March 09, 2024 in Leeds, England. (Photo by
Jo Marsden/Getty Images)

The trainer said that he would sleep on it, and nothing more.
END
"$CUTLINE" parse article.txt | sed '/  date_created/q'
"$CUTLINE" parse --explain article.txt | sed -n '/^  creators/,/^  date_c/p'
"$CUTLINE" parse --json - <article.txt | cut -c1-40
# Two inputs: the names tell which.
"$CUTLINE" parse article.txt article.txt | grep ^article
# Nothing in it.
echo 'Nothing happened today.' >empty.txt
run parse empty.txt
run parse --json /dev/null
