namespace Dashserv.Provider.Configuration;

/// <summary>The session in use. In debug mode one process is configured again and again, and each time starts anew.</summary>
internal sealed class CurrentSession
{
    private Session? _session;

    /// <exception cref="InvalidOperationException">The provider was never configured.</exception>
    public Session Session => Volatile.Read(ref _session) ?? throw new InvalidOperationException("the provider is not configured");

    // The one before is left to the collector: calls under way may still use it.
    public void Replace(Session session) => Volatile.Write(ref _session, session);
}
