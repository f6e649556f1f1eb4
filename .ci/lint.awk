# Lines that are longer than "longest", but for samples in raw strings, and usings that are out of order: System first, then by the alphabet.
function complain(what) { printf "%s(%d): %s\n", FILENAME, FNR, what; complaints++ }

# Not all awks know UTF-8: a character is a byte that does not go on with one.
function characters(text) { gsub(/[\200-\277]/, "", text); return length(text) }

FNR == 1 { before = ""; isSample = 0 }
{ quotes = gsub(/"""/, "&"); wasSample = isSample; if (quotes % 2) isSample = !isSample }
!quotes && !wasSample && length > longest && characters($0) > longest { complain(characters($0) " characters; " longest " are the limit") }

/^using (static )?[A-Za-z0-9_.]+;/ {
    name = $0
    sub(/^using /, "", name)
    sub(/;.*/, "", name)
    rank = name ~ /^static / ? 2 : name ~ /^System(\.|$)/ ? 0 : 1
    sub(/^static /, "", name)
    gsub(/\./, " ", name) # so that A.B comes before AB
    key = rank tolower(name)
    if (before > key) complain("this using belongs before the one above it")
    before = key
    next
}
{ before = "" }

END { exit complaints > 0 }
