using System.Text;

namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>What was observed, as a table for a person: a row for each failure, a column for each group of operations that fare alike.</summary>
internal sealed class MatrixTable(FailureMatrix matrix)
{
    public async Task<string> WriteAsync()
    {
        var columns = new List<(string Operation, string[] Cells)>();
        foreach (OperationCase operation in OperationCase.All)
        {
            columns.Add((operation.Name, await CellsOfAsync(operation)));
        }

        return Write([.. columns.GroupBy(column => string.Join('\n', column.Cells), column => column)]);
    }

    private static string Write(IReadOnlyList<IGrouping<string, (string Operation, string[] Cells)>> groups)
    {
        var text = new StringBuilder();
        text.Append("| failure |").AppendJoin("", groups.Select((_, index) => $" {Letter(index)} |")).Append('\n');
        text.Append("|---|").AppendJoin("", groups.Select(_ => "---|")).Append('\n');
        for (int row = 0; row < Failure.All.Count; row++)
        {
            text.Append($"| {Failure.All[row].Name} |").AppendJoin("", groups.Select(group => $" {group.First().Cells[row]} |")).Append('\n');
        }

        text.Append('\n');
        for (int index = 0; index < groups.Count; index++)
        {
            text.Append($"- **{Letter(index)}**: {string.Join(", ", groups[index].Select(column => column.Operation))}\n");
        }

        return text.ToString();
    }

    private static char Letter(int index) => (char)('A' + index);

    private static string CellOf(Observation once, Observation forGood)
    {
        if (forGood.Failure is not { } failure || (once.Exception is null) != (failure.Attempts > 1))
        {
            throw new InvalidOperationException($"A failure once and for good do not go together: {once}, {forGood}.");
        }

        string kind = failure.GetType().Name["OkSign".Length..^nameof(Exception).Length];
        return $"{failure.Attempts} {kind}{(failure.MayHaveReachedService ? " (?)" : "")}";
    }

    private async Task<string[]> CellsOfAsync(OperationCase operation)
    {
        var cells = new List<string>();
        foreach (Failure failure in Failure.All)
        {
            Observation once = await matrix.ObserveAsync(operation, failure, forGood: false);
            cells.Add(CellOf(once, await matrix.ObserveAsync(operation, failure, forGood: true)));
        }

        return [.. cells];
    }
}
