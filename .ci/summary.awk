# Sums the xUnit XML results of all test assemblies. Prints failures, what was skipped and why, and one line of counts; ends with 1 unless all is well.
BEGIN { RS = "<" }

function attribute(name,    part) {
    if (!match($0, "[ \n]" name "=\"[^\"]*\"")) return ""
    part = substr($0, RSTART, RLENGTH)
    sub(/^[^"]*"/, "", part)
    sub(/"$/, "", part)
    return part
}

function plain(text) {
    gsub(/\\&quot;|&quot;/, "\"", text); gsub(/&apos;|&#39;/, "'", text); gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&#xA;|&#10;/, " ", text); gsub(/&amp;/, "\\&", text)
    return text
}

/^assembly[ \n]/ { passed += attribute("passed"); failed += attribute("failed"); skipped += attribute("skipped"); errors += attribute("errors") }
/^test[ \n]/ { test = plain(attribute("name")); result = attribute("result"); if (result == "Fail") failures[++failureCount] = test }
# CDATA begins with "<![CDATA[" and so is a record of its own.
/^reason>/ { inReason = 1; next }
/^!\[CDATA\[/ && inReason {
    why = $0
    sub(/^!\[CDATA\[/, "", why)
    sub(/\]\]>.*/, "", why)
    if (!(why in tests)) reasons[++reasonCount] = why
    tests[why] = tests[why] "\n    " test
    count[why]++
}
{ inReason = 0 }

# Why a test failed. A "<" in it begins a new record.
/^message>/ { messages[failureCount] = ""; inMessage = 1; next }
inMessage {
    what = (messages[failureCount] == "" ? "" : "<") $0
    sub(/^!\[CDATA\[/, "", what)
    inMessage = !sub(/\]\]>.*/, "", what)
    gsub(/\n/, "\n    ", what)
    messages[failureCount] = messages[failureCount] what
}

END {
    for (i = 1; i <= reasonCount; i++) printf "SKIPPED %d: %s%s\n\n", count[reasons[i]], reasons[i], tests[reasons[i]]
    for (i = 1; i <= failureCount; i++) printf "FAILED: %s\n    %s\n", failures[i], substr(messages[i], 1, 2000)
    if (errors > 0) printf "%d errors outside of tests: see above.\n", errors
    if (crashed > 0) printf "%d test assemblies crashed: see above.\n", crashed
    if (passed + failed == 0) print "No test ran."
    failed += errors + crashed
    printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
    exit failed > 0 || passed == 0
}
