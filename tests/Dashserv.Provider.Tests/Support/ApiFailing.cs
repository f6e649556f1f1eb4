using Dashserv.Simulator.Faults;

namespace Dashserv.Provider.Tests.Support;

/// <summary>One way in which a call can fail, and what its user must be told.</summary>
/// <param name="Name">For the test's output.</param>
/// <param name="Kind">What it says of the call.</param>
/// <param name="Fault">How it comes about.</param>
/// <param name="Told">What is told of it; <c>{method}</c> and <c>{right}</c> stand for what the call is.</param>
/// <param name="Next">What is to be done about it.</param>
internal sealed record ApiFailing(string Name, FailingKind Kind, FaultRule Fault, string Told, string Next)
{
    /// <summary>The API's own words beyond that, which only a call with secrets may withhold.</summary>
    public string? Quoted { get; init; }

    /// <summary>Whether what was sent is refused, and not the call as such.</summary>
    public bool OfTheRequest { get; init; }

    /// <summary>Whether the token is refused, and so every call.</summary>
    public bool OfTheToken { get; init; }

    public bool Hangs => Fault.Hang;

    public string ToldOf(string method) =>
        Told.Replace("{method}", method, StringComparison.Ordinal).Replace("{right}", method == "GET" ? "read" : "write", StringComparison.Ordinal);

    public override string ToString() => Name;
}
