# Reads names of C# files; prints each member as a random number, its place as Stryker writes it (file{start..end}, in characters), and its lines.
# A member begins after an empty line, with four spaces: inside of one there are more.
function random() { state = state * 16807 % 2147483647; return state }
function characters(text) { gsub(/[\200-\277]/, "", text); return length(text) }
function print_member() { if (lines > 0) printf "%d %s{%d..%d} %d\n", random(), file, start, at, lines; start = at; lines = 0 }

# The first numbers after a small seed are small as well.
BEGIN { state = seed % 2147483646 + 1; while (skipped++ < 10) random() }
{
    file = $0
    start = at = lines = empty = 0
    while ((getline line < file) > 0) {
        if (empty && line ~ /^    [^ ]/) print_member()
        at += characters(line) + 1
        empty = line == ""
        lines += !empty
    }
    print_member()
    close(file)
}
