using Dashserv.Api.Json;

namespace Dashserv.Api.Transport;

/// <summary>What the API has answered to a call, once judged to be a success.</summary>
/// <param name="Context">The call.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Data">The answer's <c>data</c>.</param>
internal sealed record ApiResult(CallContext Context, int Status, WireValue Data) : IDisposable
{
    /// <summary>Where the data is; disposed with this, which has to be when the data is read.</summary>
    public AnswerBody? Body { get; init; }

    /// <summary>Whether a repeated deletion found nothing left to delete; there is no <see cref="Data"/> then.</summary>
    public bool WasAlreadyGone { get; init; }

    public void Dispose() => Body?.Dispose();
}
