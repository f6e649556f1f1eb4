namespace Dashserv.Api.Transport;

/// <summary>That a request went out, and under which circumstances.</summary>
/// <param name="Epoch">How many refusals had slowed the process by then: what was out already when the next came says nothing new.</param>
/// <param name="IsProbe">Whether it went to see if the API takes requests again.</param>
/// <param name="IsHeldBack">Whether it would have gone earlier at a higher rate.</param>
internal readonly record struct Departure(int Epoch, bool IsProbe, bool IsHeldBack);
