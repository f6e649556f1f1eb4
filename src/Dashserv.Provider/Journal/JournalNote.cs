namespace Dashserv.Provider.Journal;

/// <summary>This process's own record of one order.</summary>
internal sealed class JournalNote(OrderJournal journal, JournalFolder folder, string file, JournalRecord record)
{
    private readonly Lock _lock = new();

    public bool IsClosed { get; private set; }

    public JournalRecord Record { get; private set; } = record;

    /// <summary>The order, or what it became, is known from now on.</summary>
    public void Placed(string? order, string? product) => Change(r => r with { Order = order, Product = product });

    /// <summary>Terraform has been told, and has saved it, or at least may have.</summary>
    public void Told(bool isSaved)
    {
        if (isSaved)
        {
            Close();
        }
        else
        {
            Change(r => r with { IsTold = true });
        }
    }

    /// <summary>There is nothing to remember any more: it was refused, or the state has it.</summary>
    public void Close()
    {
        lock (_lock)
        {
            if (!IsClosed)
            {
                IsClosed = true;
                journal.Try(() => File.Delete(file));
            }
        }
    }

    private void Change(Func<JournalRecord, JournalRecord> change)
    {
        lock (_lock)
        {
            Record = change(Record);
            if (!IsClosed)
            {
                journal.Try(() => folder.Write(file, Record));
            }
        }
    }
}
