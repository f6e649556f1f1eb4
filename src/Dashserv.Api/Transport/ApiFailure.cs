using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Dashserv.Api.Json;
using Dashserv.Api.Secrets;

namespace Dashserv.Api.Transport;

/// <summary>Puts a failed answer into words: what was asked, what came back, what it most likely means.</summary>
/// <param name="context">The call.</param>
/// <param name="answer">What came back.</param>
/// <param name="data">The answer's <c>data</c>, or the whole answer where it has none; null where it is no JSON.</param>
/// <param name="success">The answer's <c>success</c>; null where it has none.</param>
internal sealed class ApiFailure(CallContext context, Answer answer, WireValue? data, bool? success)
{
    private const int LongestText = 2_000;
    private const int LongestQuote = 500;

    private readonly ApiCall _call = context.Call;

    public ApiException Gone() => Make(ApiErrorKind.Gone, "the API says that it does not exist (any more)");

    public ApiException RateLimited() => Make(ApiErrorKind.RateLimited, $"too many requests; the API did not carry this one out{Asked()}");

    /// <summary>HTTP 503 without the API's own word for it: for what may be repeated it is taken for a rate limit.</summary>
    public ApiException Busy() => Make(ApiErrorKind.RateLimited, $"too many requests, or the API is not there at present{Asked()}", mayHaveHadEffect: true);

    public ApiException Redirected() => Make(ApiErrorKind.Redirected, answer.Location is { } location
        ? $"the server redirects to '{context.Redactor.Clean(location, 300)}'. Redirects are not followed, for the token would go along; check `endpoint`"
        : "the server redirects without saying where to; check `endpoint`");

    public ApiException InvalidRoute() => Make(
        ApiErrorKind.InvalidRoute,
        $"there is no such URL at {context.Url.Host} (the API says so of its routes, never of a product); check `endpoint`");

    /// <summary>HTTP 405 in the API's own envelope; from anything else it is a wrong endpoint.</summary>
    public ApiException InvalidMethod() => Make(ApiErrorKind.InvalidMethod, $"the API has this URL, but does not take {_call.Method} at it");

    /// <summary>HTTP 403 stands for three things; says the likeliest.</summary>
    public ApiException Refused(string? word)
    {
        if (success is null && data is null && !answer.Body.IsEmpty)
        {
            return Make(ApiErrorKind.Blocked, $"refused by something in between, such as a proxy or firewall: the answer is not the API's{Excerpt()}");
        }

        if (word != ActionWords.Forbidden && !(_call.IsTermination && answer.Status == 403 && !ActionWords.MeansUnauthenticated(word)))
        {
            return Make(ApiErrorKind.Unauthenticated, "the token is missing, wrong, expired or revoked");
        }

        return Make(ApiErrorKind.Forbidden, _call.IsTermination
            ? "most likely because only reseller accounts may terminate products; a token without write permission is refused alike"
            : _call is { Effect: CallEffect.None } && _call.Method == HttpMethod.Post
                ? "the API gives this token no quotes: a quote is sent as an order that is only calculated, and most likely the token lacks the write "
                    + "permission"
                : $"the token lacks the {(_call.Effect == CallEffect.None ? "read" : "write")} permission");
    }

    public ApiException OutcomeUnknown() => Make(ApiErrorKind.OutcomeUnknown, data is null
        ? $"the answer is not the API's JSON{Excerpt()}"
        : "the server failed");

    public ApiException UnexpectedAnswer(string problem) => Make(ApiErrorKind.UnexpectedAnswer, $"the answer is not what the API documents: {problem}");

    public ApiException Rejected(bool surelyWithoutEffect) => Make(ApiErrorKind.Rejected, "the API refused", mayHaveHadEffect: !surelyWithoutEffect);

    public ApiException InvalidField(FieldProblem problem)
    {
        var field = problem.Field is { } name ? $"the field '{name}'" : "a field";
        var told = problem.Value is null || MayBeTold(problem) ? problem : problem with { Value = Redactor.Mark };
        return Make(ApiErrorKind.InvalidField, $"the API refused {field}{(told.Value is { } value ? $" with the value '{value}'" : "")}", told);
    }

    // Terraform takes a value for sensitive or not, and the provider never learns which. A user knows what was entered.
    private bool MayBeTold(FieldProblem problem) =>
        !_call.IsSecret && !SecretNames.Match(problem.Field ?? "") && problem.Value is { } value && !_call.Secrets.Contains(value) && Clean(value) == value;

    private ApiException Make(ApiErrorKind kind, string text, FieldProblem? problem = null, bool? mayHaveHadEffect = null)
    {
        // An answer has the value that is not to be told, too.
        var word = problem is { Value: Redactor.Mark } ? Clean(problem.Reason) : Word();
        var quoted = word is null ? "" : $": {context.Redactor.Clean(word, LongestQuote)}";
        var effect = _call.Effect != CallEffect.None && (mayHaveHadEffect ?? kind is ApiErrorKind.OutcomeUnknown or ApiErrorKind.UnexpectedAnswer);
        var warning = effect ? ". Whether it took effect is not known" : "";
        return new ApiException(
            Clean(
                $"{_call.Method} {context.Url.AbsolutePath}: HTTP {answer.Status}, {text}{(effect ? quoted.TrimEnd('.') : quoted)}{warning}"))
        {
            Kind = kind,
            Method = _call.Method.Method,
            Path = context.Url.AbsolutePath,
            StatusCode = answer.Status,
            Word = word,
            Field = Clean(problem?.Field),
            Value = Clean(problem?.Value),
            Reason = Clean(problem?.Reason),
            RetryAfter = answer.RetryAfter,
            Tries = context.Tries,
            MayHaveHadEffect = effect,
            MayRetry = kind == ApiErrorKind.RateLimited || (kind == ApiErrorKind.OutcomeUnknown && _call.Effect != CallEffect.Once),
        };
    }

    private string? Word()
    {
        if (data is not { IsAbsent: false } value)
        {
            return null;
        }

        string? text;
        try
        {
            text = value.Kind == JsonValueKind.String ? value.Text() : SafeJson.Of(value.Raw()!);
        }
        catch (ShapeException)
        {
            text = value.Raw();
        }

        // A secret may come in a shape nobody expected. Only what is surely a word of the API is shown, or its reason for a failure.
        var isTelling = value.Kind == JsonValueKind.String && text is not null && (success == false || ActionWords.IsWord(text));
        return text is null || (_call.IsSecret && !isTelling) ? null : Clean(text);
    }

    private string Asked() => answer.RetryAfter is { } wait ? $", and asks to wait {wait.TotalSeconds:0} s" : "";

    private string Excerpt() => answer.Body.IsEmpty || _call.IsSecret
        ? answer.Body.IsEmpty ? ". It is empty" : ""
        : $". It is {answer.ContentType ?? "of no declared type"} and begins: {context.Redactor.Clean(Beginning(), 200)}";

    // JSON that breaks off.
    private string Beginning() => answer.Body.Beginning(1_000) is var text && text.TrimStart() is ['{' or '[', ..]
        ? SafeJson.Beginning(answer.Body.Bytes, 1_000)
        : text;

    [return: NotNullIfNotNull(nameof(text))]
    private string? Clean(string? text) => text is null ? null : context.Redactor.Clean(text, LongestText);
}
