<?php

declare(strict_types=1);

/** SQLite. Another database has to have partial unique indexes and `returning`, as PostgreSQL does. */
final class Database
{
    private readonly PDO $connection;

    public function __construct(string $path)
    {
        $this->connection = new PDO("sqlite:$path", options: [
            PDO::ATTR_DEFAULT_FETCH_MODE => PDO::FETCH_OBJ,
            PDO::ATTR_TIMEOUT => 10,
        ]);
        $this->connection->exec('pragma foreign_keys = on');
        $this->connection->exec(file_get_contents(__DIR__ . '/../schema.sql'));
    }

    /** The rows that a statement finds or, with `returning`, changes. */
    public function all(string $sql, array $values = []): array
    {
        $statement = $this->connection->prepare($sql);
        $statement->execute($values);
        return $statement->fetchAll();
    }

    public function one(string $sql, array $values = []): ?object
    {
        return $this->all($sql, $values)[0] ?? null;
    }

    /** Does it as a whole. Null: nothing was done, because a unique value is taken already. */
    public function unlessTaken(callable $work): ?object
    {
        $this->connection->beginTransaction();
        try {
            $result = $work();
            $this->connection->commit();
            return $result;
        } catch (PDOException $error) {
            $this->connection->rollBack();
            return $error->getCode() === '23000' ? null : throw $error;
        }
    }
}
