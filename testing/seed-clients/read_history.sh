curl http://localhost:8000/api/chat/history/abc-123-def-456
