namespace TerraformPlugin.Hosting.Sockets;

/// <summary>
/// Keeps OpenSSL away from the system's certificate store, which .NET would load whole (50–90 ms) for the first certificate it looks at,
/// although the plugin's connection trusts exactly one. Outbound HTTPS has to bring its own trust instead.
/// </summary>
internal static class OpenSslTrust
{
    /// <summary>Has to come before anything touches a certificate.</summary>
    public static void IgnoreSystemStore()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // Until somebody asks for all variables, .NET looks each one up in libc's environment. Asking now makes it keep a copy,
        // so that the user's own SSL_CERT_FILE and SSL_CERT_DIR stay visible to managed code.
        _ = Environment.GetEnvironmentVariables();
        try
        {
            // .NET's own setter changes that copy only, which OpenSSL does not see.
            _ = Libc.SetEnvironment("SSL_CERT_FILE", "/dev/null", overwrite: 1);
            _ = Libc.SetEnvironment("SSL_CERT_DIR", "/nonexistent", overwrite: 1);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // A C library under another name: start slower.
        }
    }
}
