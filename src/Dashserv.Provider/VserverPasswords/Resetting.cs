using Dashserv.Api;
using Dashserv.Provider.Configuration;
using Dashserv.Provider.Failures;
using Dashserv.Provider.Power;
using Dashserv.Provider.Text;
using Dashserv.Provider.Vservers;

namespace Dashserv.Provider.VserverPasswords;

/// <summary>One reset of a vserver's root password, once nothing locks the server. The answer is the only place where the new one ever is.</summary>
internal sealed class Resetting(Session session, string vserver)
{
    private const string Unknown = "If it was reset, nobody knows the new password, and one that is in the state is of no use any more. Apply again: that makes another.";
    private const string Unchanged = "The old password still holds.";

    private readonly PowerSwitch _power = new VserverOperations(session, vserver).Power;
    private bool _isSent;

    /// <summary>How far it got, where it was stopped.</summary>
    public string Standing => _isSent ? Unknown : $"{Unchanged} {_power.WhyNot}";

    /// <returns>The new password.</returns>
    /// <exception cref="ProblemException">It was not reset, or that is not known.</exception>
    public async Task<string> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var password = "";
            await _power.ActOnceAsync(async stop => password = await SendAsync(stop), Unchanged, cancellationToken);
            return password;
        }
        catch (ApiException e) when (e.MayHaveHadEffect)
        {
            throw new ProblemException("The password may have been reset", $"{Sentence.Of(e.Message)} {Unknown}", inner: e);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Gone)
        {
            throw VserverNotFound.Of(vserver, e);
        }
        catch (ApiException e) when (e.Kind == ApiErrorKind.Rejected)
        {
            throw CallFailure.Explain(e, "The password was not reset", $"{Unchanged} To be reset, the server has to be running, and its guest agent (qemu-guest-agent) with it.");
        }
        catch (ApiException e)
        {
            throw CallFailure.Explain(e, "The password was not reset", Unchanged);
        }
    }

    private async Task<string> SendAsync(CancellationToken cancellationToken)
    {
        _isSent = true;
        try
        {
            return await session.Client.Vservers.ResetPasswordAsync(vserver, cancellationToken);
        }
        catch (ApiException e) when (!e.MayHaveHadEffect)
        {
            // A lock, perhaps: then it is sent once more.
            _isSent = false;
            throw;
        }
    }
}
