#include "app/cli/completiontext.h"

#include <array>

namespace quarterdeck {

namespace {

struct Kind {
    const char *name;
    const char *command; ///< Options that say which data are asked for go before the redirection.
};

constexpr std::array Kinds {Kind {"FILE", ""}, Kind {"FOLDER", ""}, Kind {"ALERT", "qdeck alerts --cached -o name"},
    Kind {"SERVICE", "qdeck services --cached -o name"}, Kind {"SOURCE", "qdeck sources --cached -o name"},
    Kind {"FILTER", "qdeck alerts --cached --terms"}, Kind {"ENTRY", "qdeck outbox --cached -o name"}};

// Words are split here, at blanks only: bash itself would split at the colon of an alert and at "=" too.
constexpr const char *BashTail = R"sh(_qdeck() {
    local line=${COMP_LINE:0:COMP_POINT} place= pending= same=() typed=() found=() commands options argument value word choice name cur head i
    read -ra typed <<<"$line"
    [[ $line == *[[:space:]] ]] && typed+=('')
    for ((i = 1; i < ${#typed[@]} - 1; i++)); do
        word=${typed[i]}
        if [[ -n $pending ]]; then
            case $pending in --config|--data-dir|--context) same+=("$pending" "$word") ;; esac
            pending=
            continue
        fi
        _qdeck_place "$place" "${word%%=*}"
        if [[ $word == -* ]]; then
            [[ $word != *=* && -n $value && $value != '%' ]] && pending=$word
        elif [[ " $commands " == *" $word "* ]]; then
            place="${place:+$place }$word"
        fi
    done
    cur=${typed[${#typed[@]} - 1]} head=
    COMPREPLY=()
    if [[ -n $pending ]]; then
        _qdeck_place "$place" "$pending"
        choice=$value
    elif [[ $cur == --*=* ]]; then
        _qdeck_place "$place" "${cur%%=*}"
        choice=$value
        [[ $COMP_WORDBREAKS == *=* ]] || head="${cur%%=*}="
        cur=${cur#*=}
    else
        _qdeck_place "$place" ''
        if [[ $cur == -* ]]; then choice=$options; else choice="$commands $argument"; fi
    fi
    for word in $choice; do
        case $word in
        -|%) ;;
        @FILE) mapfile -t found < <(compgen -f -- "$cur"); COMPREPLY+=("${found[@]}"); compopt -o filenames 2>/dev/null ;;
        @FOLDER) mapfile -t found < <(compgen -d -- "$cur"); COMPREPLY+=("${found[@]}"); compopt -o filenames 2>/dev/null ;;
        @*) while IFS= read -r name; do
                [[ $name == "$cur"* ]] && COMPREPLY+=("$head$(printf %q "$name")")
            done < <(_qdeck_names "${word#@}" "${same[@]}") ;;
        *) [[ $word == "$cur"* ]] && COMPREPLY+=("$head$word") ;;
        esac
    done
    if [[ $cur == *:* && $COMP_WORDBREAKS == *:* ]]; then
        head=${cur%"${cur##*:}"}
        COMPREPLY=("${COMPREPLY[@]#"$head"}")
    fi
}
complete -F _qdeck qdeck
)sh";

constexpr const char *ZshTail = R"sh(_qdeck() {
    local place= pending= commands options argument value word choice
    local -a same names
    local -i i
    for ((i = 2; i < CURRENT; i++)); do
        word=${words[i]}
        if [[ -n $pending ]]; then
            case $pending in --config|--data-dir|--context) same+=("$pending" "$word") ;; esac
            pending=
            continue
        fi
        _qdeck_place "$place" "${word%%=*}"
        if [[ $word == -* ]]; then
            if [[ $word != *=* && -n $value && $value != '%' ]]; then pending=$word; fi
        elif [[ " $commands " == *" $word "* ]]; then
            place="${place:+$place }$word"
        fi
    done
    word=${words[CURRENT]}
    if [[ -n $pending ]]; then
        _qdeck_place "$place" "$pending"
        choice=$value
    elif [[ $word == --*=* ]]; then
        _qdeck_place "$place" "${word%%=*}"
        choice=$value
        compset -P '*='
    else
        _qdeck_place "$place" ''
        if [[ $word == -* ]]; then choice=$options; else choice="$commands $argument"; fi
    fi
    for word in ${=choice}; do
        case $word in
        -|%) ;;
        @FILE) _files ;;
        @FOLDER) _files -/ ;;
        @*) names=("${(@f)$(_qdeck_names "${word#@}" "${same[@]}")}"); compadd -a names ;;
        *) compadd -- "$word" ;;
        esac
    done
}
if [[ ${funcstack[1]} == _qdeck ]]; then _qdeck "$@"; else compdef _qdeck qdeck; fi
)sh";

} // namespace

QStringList completionKinds()
{
    QStringList names;
    for (const Kind &kind : Kinds) {
        names.append(QLatin1StringView(kind.name));
    }
    return names;
}

QString completionCommand(const QString &kind)
{
    for (const Kind &known : Kinds) {
        if (kind == QLatin1StringView(known.name) && *known.command != '\0') {
            return QLatin1StringView(known.command) + QStringLiteral(" 2>/dev/null");
        }
    }
    return {};
}

QString completionHead(bool isZsh)
{
    return isZsh ? QStringLiteral("#compdef qdeck\n# Written by: qdeck completion zsh\n") : QStringLiteral("# Written by: qdeck completion bash\n");
}

QString completionNames()
{
    QString text = QStringLiteral("_qdeck_names() {\n    local kind=$1\n    shift\n    case $kind in\n");
    for (const Kind &kind : Kinds) {
        if (*kind.command != '\0') {
            text += QStringLiteral("    %1) %2 \"$@\" 2>/dev/null ;;\n").arg(QLatin1StringView(kind.name), QLatin1StringView(kind.command));
        }
    }
    return text + QStringLiteral("    esac\n}\n");
}

QString completionTail(bool isZsh)
{
    return QLatin1StringView(isZsh ? ZshTail : BashTail);
}

} // namespace quarterdeck
