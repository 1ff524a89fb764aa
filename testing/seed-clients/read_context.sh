curl http://localhost:8000/api/chat/context
