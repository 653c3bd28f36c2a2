# What bash offers after some beginnings of a command line.
source cjm.bash
offer() {
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMPREPLY=()
    _cjm 2>/dev/null
    printf '%s:' "$*"
    printf ' [%s]' "${COMPREPLY[@]}"
    echo
}
offer cjm ''
offer cjm sim
offer cjm check ''
offer cjm simulate --f
offer cjm simulate --format ''
offer cjm simulate --format = j
offer cjm render --page A
offer cjm render --theme ''
offer cjm simulate --prec
offer cjm --color n
offer cjm --color never stor
offer cjm completion ''
offer cjm new company
offer cjm new blank --language ''
offer cjm simulate booking.toml --seed ''
